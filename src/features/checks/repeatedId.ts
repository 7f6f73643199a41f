import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import type { CheckCode } from "./checkDefinitions";
import type { Report } from "./finding";
import { replaceValueFix } from "./fixes";

/** An ID that another one of its kind has already. */
export interface RepeatedId {
  readonly code: CheckCode;
  readonly id: string;
  readonly path: JsonPath;
  /** Where it stands first. */
  readonly first: JsonPath;
  /** Those of its kind so far. */
  readonly known: ReadonlyMap<string, unknown>;
  readonly text: () => string;
}

/** Reports it, with an ID that is free as a fix. */
export function reportRepeated(
  report: Report,
  { code, id, path, first, known, text }: RepeatedId,
): void {
  if (!report.wants(code)) {
    return;
  }
  let number = 2;
  while (known.has(`${id}_${number}`)) {
    number++;
  }
  const related = { path: first, text: l10n.t("It stands here first") };
  report({ code, path, text: text(), related, fixes: [replaceValueFix(path, `${id}_${number}`)] });
}
