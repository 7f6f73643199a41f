import type { CheckCode } from "./checkDefinitions";
import type { PlacedFinding } from "./checkText";

/** What the editor's JSON support says of a text, e.g. by the JSON Schema. */
export interface JsonDiagnostic {
  /** Where it begins, in UTF-16 code units from the text's beginning. */
  readonly offset: number;
  readonly text: string;
  readonly code?: unknown;
}

/** Checks of a value that a JSON Schema can make as well, by its type, its pattern or a list of what it may be. */
const valueChecks: ReadonlySet<CheckCode> = new Set<CheckCode>([
  "rootNotObject",
  "reportTypeId",
  "dataTypeParts",
  "unknownAdapter",
  "timeSeriesGranularity",
  "jsonPathStart",
]);

/** Codes of the editor's JSON support. */
const deprecated = 2;
const duplicateKey = 0x208;

/**
 * Which findings the editor's JSON support does not report as well: what is wrong once is to be counted once. It
 * names a property that is missing in quotes in every language; its other words depend on the display language.
 */
export function withoutOverlap(
  findings: readonly PlacedFinding[],
  reported: readonly JsonDiagnostic[],
): readonly PlacedFinding[] {
  const byOffset = new Map<number, JsonDiagnostic[]>();
  for (const one of reported) {
    byOffset.set(one.offset, [...(byOffset.get(one.offset) ?? []), one]);
  }
  return findings.filter(
    (finding) =>
      !finding.starts.some((start) =>
        byOffset.get(start)?.some((diagnostic) => isSame(finding, diagnostic)),
      ),
  );
}

function isSame({ code, lacks }: PlacedFinding, reported: JsonDiagnostic): boolean {
  if (reported.code === deprecated) {
    return false;
  }
  if (code === "repeatedKey") {
    return reported.code === duplicateKey || /duplicate/i.test(reported.text);
  }
  return lacks
    ? reported.text.includes(`"${lacks.name}"`) || /too few/i.test(reported.text)
    : valueChecks.has(code);
}
