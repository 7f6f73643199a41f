import * as l10n from "@vscode/l10n";
import { diffArrays } from "diff";
import { formatConfiguration } from "../../platform/json/format";

/** How many lines one text has that the other has not. */
export interface LineChanges {
  readonly added: number;
  readonly removed: number;
}

/** Milliseconds: long enough for every edit that a person makes; two unlike texts of a megabyte would take minutes. */
const maxWait = 300;

/**
 * Counts the lines in which two configurations differ, both laid out in the same way.
 * @returns undefined where that takes too long to find out
 */
export function lineChanges(before: string, after: string): LineChanges | undefined {
  const changes = diffArrays(formattedLines(before), formattedLines(after), { timeout: maxWait });
  const count = (kind: "added" | "removed") =>
    changes?.reduce((sum, change) => sum + (change[kind] ? change.count : 0), 0) ?? 0;
  return changes && { added: count("added"), removed: count("removed") };
}

/**
 * What would change when a text goes live, for the person.
 * @param published JSON text of what is live; undefined where it is not known
 * @param text JSON text
 */
export function changeSummary(published: string | undefined, text: string): string {
  const changes = published === undefined ? undefined : lineChanges(published, text);
  const counted = changes
    ? changes.added === 1
      ? l10n.t("1 line added, {0} removed", changes.removed)
      : l10n.t("{0} lines added, {1} removed", changes.added, changes.removed)
    : l10n.t("Couldn't count the changed lines.");
  return [counted, l10n.t("Changes go live immediately.")].join("\n");
}

/** The lines of a configuration as the editor shows it. @param json a text that `JSON.parse` accepts */
export function formattedLines(json: string): string[] {
  return new TextDecoder().decode(formatConfiguration(json)).split("\n");
}
