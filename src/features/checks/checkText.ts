import * as l10n from "@vscode/l10n";
import {
  locateNearest,
  placeInString,
  type NearestLocated,
  type Place,
} from "../../platform/json/places";
import { repeatedKeys } from "../../platform/json/repeatedKeys";
import { hasParts } from "../../platform/json/scan";
import { runChecks, maxFindingsPerCheck, type CheckContext } from "./runChecks";
import { checkDefinitions, type CheckCode, type Level } from "./checkDefinitions";
import type { Finding } from "./finding";

/** A finding with its place in the text. */
export interface PlacedFinding extends Omit<
  Finding,
  "path" | "related" | "code" | "isUncertain" | "part"
> {
  readonly code: CheckCode;
  readonly level: Level;
  readonly place: Place;
  /** Where its key and its value begin, in UTF-16 code units from the text's beginning. */
  readonly starts: readonly number[];
  readonly related?: { readonly place: Place; readonly text: string };
}

/** How grave each check is where it is not as usual; `off` switches it off. */
export type Levels = Readonly<Partial<Record<CheckCode, Level | "off">>>;

/**
 * Runs all checks on a text.
 * @returns the findings; undefined where the text is not JSON, which the editor's own JSON support reports
 */
export function checkText(
  text: string,
  levels: Levels,
  known: CheckContext = {},
): PlacedFinding[] | undefined {
  let configuration: unknown;
  try {
    configuration = JSON.parse(text);
  } catch {
    return undefined;
  }
  const levelOf = (code: CheckCode) => levels[code] ?? checkDefinitions[code].level;
  const wanted = runChecks(configuration, text, known).filter(
    ({ code }) => levelOf(code) !== "off",
  );
  const placed = [...place(text, wanted), ...repeated(text, configuration)];
  return placed.flatMap(({ isUncertain, ...finding }) => {
    const { code } = finding;
    const level = levelOf(code);
    if (level === "off") {
      return [];
    }
    return [{ ...finding, level: isUncertain && level === "error" ? "warning" : level }];
  });
}

type Unweighed = Omit<PlacedFinding, "level"> & Pick<Finding, "isUncertain">;

function place(text: string, findings: readonly Finding[]): Unweighed[] {
  const located = locateNearest(
    text,
    findings.flatMap(({ path, related, lacks }) => [
      path,
      ...(related ? [related.path] : []),
      ...(lacks?.in ? [lacks.in] : []),
    ]),
  ).values();
  const next = () => located.next().value;
  return findings.map(({ path: _path, related, isAboutKey = false, part, ...finding }) => {
    const at = next();
    const relatedAt = related && next();
    const lackingAt = finding.lacks?.in && next();
    return {
      ...finding,
      starts: [...startsOf(at), ...startsOf(lackingAt)],
      place: at ? shownAt(text, at, isAboutKey, part) : { offset: 0, length: 1 },
      ...(related &&
        relatedAt?.missing === 0 && { related: { place: relatedAt.value, text: related.text } }),
    };
  });
}

function startsOf(at: NearestLocated | undefined): number[] {
  return at ? [at.key?.offset, at.value.offset].flatMap((start) => start ?? []) : [];
}

/** Of what has parts only the beginning: nobody wants a whole report type underlined. */
function shownAt(
  text: string,
  { key, value, missing }: NearestLocated,
  isAboutKey: boolean,
  part: Place | undefined,
): Place {
  if (part && missing === 0) {
    return placeInString(text, value.offset, part);
  }
  const isWhole = hasParts(text, value.offset);
  const start = { offset: value.offset, length: isWhole ? 1 : value.length };
  return (isAboutKey || missing > 0 || isWhole ? key : undefined) ?? start;
}

function repeated(text: string, configuration: unknown): Unweighed[] {
  return repeatedKeys(text, configuration)
    .slice(0, maxFindingsPerCheck)
    .map(({ key, earlier, later }) => ({
      code: "repeatedKey",
      text: l10n.t('Duplicate key "{0}". Only the last one is used.', key),
      place: earlier,
      starts: [earlier.offset],
      related: { place: later, text: l10n.t("Last defined here") },
    }));
}
