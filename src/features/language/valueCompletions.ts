import * as l10n from "@vscode/l10n";
import type { Place } from "../../platform/json/scan";
import { stringAt } from "../../platform/json/stringAt";
import { cursorIn, forEachString, textOf } from "../../platform/json/unfinishedJson";
import { isForeign } from "../checks/finding";
import type { DocumentedValue } from "./dataTypes";
import { documentedValues } from "./documentedValues";
import type { IdIndex, IdKind } from "./idIndex";

/** A value that can be put where the cursor is. */
export interface ValueCompletion extends DocumentedValue {
  readonly kind: "documented" | "id";
  /** Text to put in the place of `replaced`: JSON, with quotes where there are none yet. */
  readonly text: string;
  readonly replaced: Place;
}

/** More would make a list that nobody looks through, and be slow. */
const mostIds = 500;

/**
 * The documented values of the member at a position, and the IDs that it may name.
 * @param text of a configuration; need not be JSON
 * @param offset in UTF-16 code units
 * @param ids gives those of the text, when they are needed
 * @param offered what the schema in use allows by name: the editor's JSON support offers it already
 */
export function valueCompletions(
  text: string,
  offset: number,
  ids: () => IdIndex,
  offered?: ReadonlySet<string>,
): readonly ValueCompletion[] {
  const place = valuePlaceAt(text, offset);
  if (!place) {
    return [];
  }
  const { path, isAtKey, container } = cursorIn(text, offset);
  if (isAtKey || isForeign(path)) {
    return [];
  }
  const key = path.at(-1);
  const made = (kind: ValueCompletion["kind"]) => (one: DocumentedValue) => {
    const json = JSON.stringify(one.value);
    const inner = place.isQuoted ? json.slice(1, -1) : json;
    return { ...one, kind, text: inner, replaced: place };
  };
  if (key === "reportTypeId" && path[0] === "reporting") {
    return idValues(ids(), "reportType").map(made("id"));
  }
  if (key === "value" && memberText(text, container, "source") === "userInput") {
    return idValues(ids(), "userInput").map(made("id"));
  }
  return documentedValues(path)
    .filter(({ value }) => !offered?.has(value))
    .map(made("documented"));
}

function idValues(ids: IdIndex, kind: IdKind): readonly DocumentedValue[] {
  const means = kind === "reportType" ? l10n.t("Report type") : l10n.t("User input");
  const names = new Set(ids.definitions(kind).map(({ id }) => id));
  return [...names].slice(0, mostIds).map((value) => ({ value, means }));
}

/** Where a value that is typed stands, without its quotes; undefined where none can stand. */
function valuePlaceAt(
  text: string,
  offset: number,
): (Place & { readonly isQuoted: boolean }) | undefined {
  const string = stringAt(text, offset);
  if (string) {
    const { inner, isClosed, isKey } = string;
    // Without an end nobody knows what of the line belongs to it.
    const length = isClosed ? inner.length : offset - inner.offset;
    return isKey ? undefined : { offset: inner.offset, length, isQuoted: true };
  }
  const [typed = ""] = /[\w.]*$/.exec(text.slice(Math.max(0, offset - 100), offset)) ?? [];
  const before = text.slice(Math.max(0, offset - 200), offset - typed.length).trimEnd();
  const [after = ""] = /^\s*[^\s]/.exec(text.slice(offset, offset + 200)) ?? [];
  const isFree = before.endsWith(":") && (/^\s*[,}\]]?$/.test(after) || after.includes("\n"));
  return isFree
    ? { offset: offset - typed.length, length: typed.length, isQuoted: false }
    : undefined;
}

/**
 * The text of a member of an object.
 * @param container where the object's bracket stands
 */
function memberText(text: string, container: number | undefined, key: string): string | undefined {
  let found: string | undefined;
  if (container !== undefined) {
    forEachString(
      text,
      ({ path, containers, isKey, inner }) => {
        if (containers[0] !== container) {
          return false; // behind it
        }
        if (path.length === 1 && path[0] === key && !isKey) {
          found = textOf(`"${text.slice(inner.offset, inner.offset + inner.length)}"`);
        }
        return undefined;
      },
      container,
    );
  }
  return found;
}
