import { diffArrays } from "diff";
import { formatConfiguration } from "../../platform/json/format";

export interface LineChanges {
  readonly added: number;
  readonly removed: number;
}

/** Long enough for every edit that a person makes; two unlike texts of a megabyte would take minutes. */
const patience = 300;

/**
 * Counts the lines in which two configurations differ, both laid out in the same way.
 * @returns undefined where that takes too long to find out
 */
export function lineChanges(before: string, after: string): LineChanges | undefined {
  const changes = diffArrays(linesOf(before), linesOf(after), { timeout: patience });
  const count = (kind: "added" | "removed") =>
    changes?.reduce((sum, change) => sum + (change[kind] ? change.count : 0), 0) ?? 0;
  return changes && { added: count("added"), removed: count("removed") };
}

function linesOf(json: string): string[] {
  return new TextDecoder().decode(formatConfiguration(json)).split("\n");
}
