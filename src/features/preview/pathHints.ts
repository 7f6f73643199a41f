import * as l10n from "@vscode/l10n";
import { Effort, TooManyMatchesError } from "./jsonPath/effort";
import { parsePath } from "./jsonPath/parsePath";
import { select } from "./jsonPath/select";
import type { PathAt } from "./pathAt";
import { responseOf, type RememberedPreview } from "./previewMemory";
import { pathsIn, shortText } from "./responsePaths";

/** A path that can be written in the place of one. */
export interface PathSuggestion {
  readonly path: string;
  readonly sample: string;
  readonly kind: "list" | "object" | "value";
}

/** The paths that find something in the last response. Where the rows are selected, those of lists come first. */
export function suggestPaths(
  { root, isRows }: Pick<PathAt, "root" | "isRows">,
  preview: RememberedPreview,
): readonly PathSuggestion[] {
  if (root === "row") {
    return pathsIn(preview.evaluation?.rowValues ?? [], "first");
  }
  const all = pathsIn([responseOf(preview)], "all");
  return isRows
    ? [...all].toSorted((a, b) => Number(b.path.endsWith(".*")) - Number(a.path.endsWith(".*")))
    : all;
}

/** So many rows are looked at for a hover. */
const mostRows = 10_000;
const mostShown = 5;

/** What a path finds in the last response: how much, and the first values. Undefined where that can't be told. */
export function describePath(
  { root, path, isRows }: Pick<PathAt, "root" | "path" | "isRows">,
  preview: RememberedPreview,
): readonly string[] | undefined {
  const parsed = parsePath(path);
  const { evaluation } = preview;
  const hasMoved = root === "row" && evaluation?.rowValues === undefined;
  if (!("segments" in parsed) || hasMoved) {
    return undefined;
  }
  const roots =
    root === "row" ? (evaluation?.rowValues ?? []).slice(0, mostRows) : [responseOf(preview)];
  try {
    const effort = new Effort();
    const found = roots.map((one) => select(one, parsed.segments, effort));
    const values = found.flat().map(({ value }) => value);
    const count = found.filter((matches) => matches.length > 0).length;
    const summary =
      isRows || root === "response"
        ? l10n.t("Finds {0} in the last response, before data adapters.", values.length)
        : l10n.t("Finds values in {0} of {1} rows of the last response.", count, roots.length);
    return [summary, ...values.slice(0, mostShown).map(shortText)];
  } catch (error) {
    if (error instanceof TooManyMatchesError) {
      return undefined;
    }
    throw error;
  }
}
