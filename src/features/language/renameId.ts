import * as l10n from "@vscode/l10n";
import type { Place } from "../../platform/json/scan";
import type { RegisteredSecrets } from "../checks/rules/secrets";
import type { IdIndex, IdOccurrence } from "./idIndex";

/** Why an ID can't be renamed, worded for the person. */
export interface Refusal {
  readonly refusal: string;
}

/** One place that a rename changes. */
export interface RenameEdit {
  readonly place: Place;
  /** The new ID, escaped for a JSON string. */
  readonly text: string;
  /** False where the place may mean something else: the person is to confirm it. */
  readonly isCertain: boolean;
}

/**
 * The ID that a rename at an offset is about.
 * @param offset in UTF-16 code units
 * @param registered the connector's secrets; undefined while they are not known
 */
export function renamableAt(
  index: IdIndex,
  offset: number,
  registered: RegisteredSecrets | undefined,
): IdOccurrence | Refusal {
  const [one, other] = index.at(offset);
  if (!one) {
    const what = l10n.t("Put the cursor on the ID of a report type, field, user input, or secret.");
    return { refusal: what };
  }
  if (other) {
    const text = l10n.t(
      'Two report types have a field "{0}". Rename it where it is defined.',
      one.id,
    );
    return { refusal: text };
  }
  if (one.kind === "builtIn") {
    return {
      refusal: l10n.t("This name is part of the connector language, so it can't be renamed."),
    };
  }
  if (one.kind === "secret") {
    const refusal = refusalOfSecret(one.id, registered);
    return refusal === undefined ? one : { refusal };
  }
  if (one.role === "reference" && index.definitionsOf(one).length > 1) {
    const text = l10n.t(
      '"{0}" is defined more than once. Rename one of the definitions first.',
      one.id,
    );
    return { refusal: text };
  }
  return one;
}

/** The service knows its secrets by names of its own: in the configuration alone nothing would be renamed. */
function refusalOfSecret(
  id: string,
  registered: RegisteredSecrets | undefined,
): string | undefined {
  const isMade = registered
    ? registered.secrets.some(({ placeholder }) => placeholder === id)
    : id.startsWith("sec_");
  if (isMade) {
    return l10n.t(
      "Supermetrics assigned this placeholder, so it can't be renamed. To use another secret, select one from the suggestions inside the braces.",
    );
  }
  return registered?.secrets.some(({ name }) => name === id)
    ? l10n.t(
        'The service has a secret named "{0}", so it can\'t be renamed here. Register a secret with the new name first.',
        id,
      )
    : undefined;
}

/**
 * What has to change for an ID to be called something else. Where the ID is defined more than once, only the
 * definition at hand: nothing tells which of them the references mean.
 * @param one as `renamableAt` gave it
 * @param newId as the person typed it
 */
export function renameEdits(
  index: IdIndex,
  one: IdOccurrence,
  newId: string,
): readonly RenameEdit[] | Refusal {
  const refusal = newId === one.id ? undefined : refusalOfId(index, one, newId);
  if (refusal !== undefined) {
    return { refusal };
  }
  const isRepeated = index.definitionsOf(one).filter(({ isCertain }) => isCertain).length > 1;
  const text = JSON.stringify(newId).slice(1, -1);
  return (isRepeated ? [one] : index.placesOf(one)).map(({ place, isCertain }) => ({
    place,
    text,
    isCertain,
  }));
}

function refusalOfId(index: IdIndex, one: IdOccurrence, newId: string): string | undefined {
  if (newId.trim() === "") {
    return l10n.t("Enter an ID.");
  }
  const { kind } = one;
  if (kind === "reportType" && !/^\w+$/.test(newId)) {
    return l10n.t("Use letters, digits and underscores only.");
  }
  if (/[{}]/.test(newId) || (kind === "secret" && /\s/.test(newId))) {
    return l10n.t("Leave out braces and spaces.");
  }
  const isDefined = index.definitionsOf(one).length > 0;
  if (isDefined && index.definitionsOf({ ...one, id: newId }).length > 0) {
    return repeatedText(one, newId);
  }
  return kind === "reportType" || kind === "field" ? collision(index, one, newId) : undefined;
}

function repeatedText({ kind }: IdOccurrence, id: string): string {
  if (kind === "reportType") {
    return l10n.t('Another report type has the ID "{0}".', id);
  }
  if (kind === "field") {
    return l10n.t('Another field of the report type has the ID "{0}".', id);
  }
  return l10n.t('The ID "{0}" is taken.', id);
}

/** Longer than any report type's: such a one would make a long text of each of its fields. */
const longestId = 1000;

/** The runtime ID that two fields would share, in words; undefined where all stay different. */
function collision(index: IdIndex, one: IdOccurrence, newId: string): string | undefined {
  const isType = one.kind === "reportType";
  const start = isType
    ? (one.reportTypeStart ?? index.definitionsOf(one)[0]?.reportTypeStart)
    : one.scope;
  const types = index.definitions("reportType");
  const typeIds = new Map(types.map(({ id, reportTypeStart }) => [reportTypeStart, id]));
  if (isType) {
    typeIds.set(start, newId);
  }
  const others = new Set<string>();
  const changed: string[] = [];
  for (const { id, scope } of index.definitions("field")) {
    const typeId = typeIds.get(scope);
    const isOwn = scope === start;
    const isChanged = isOwn && (isType || id === one.id);
    if (typeId !== undefined && typeId.length <= longestId && (!isOwn || isChanged)) {
      const runtimeId = `${typeId}_${isType || !isChanged ? id : newId}`;
      if (isChanged) {
        changed.push(runtimeId);
      } else {
        others.add(runtimeId);
      }
    }
  }
  const shared = changed.find((runtimeId) => others.has(runtimeId));
  return shared === undefined
    ? undefined
    : l10n.t('Two fields would have the runtime ID "{0}".', shared);
}
