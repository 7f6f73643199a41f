import * as l10n from "@vscode/l10n";
import type { PathProblem } from "./jsonPath/reader";

/** Says why a path gives nothing. @param path it, or the name of the property that has it */
export function problemText(problem: PathProblem, path: string): string {
  const shown = path.slice(0, 200);
  switch (problem) {
    case "malformed":
      return l10n.t('"{0}" isn\'t a JSONPath.', shown);
    case "notEvaluated":
      return l10n.t('"{0}" isn\'t evaluated in a preview. Use a test run instead.', shown);
    case "tooLong":
      return l10n.t('"{0}" is too long for a preview, or nested too deeply.', shown);
  }
}

/** Says that the service may take a path otherwise: its documentation shows none of this form. */
export function standardText(path: string): string {
  return l10n.t(
    '"{0}" is evaluated by RFC 9535. The documentation shows no path like this: check it in a test run.',
    path.slice(0, 200),
  );
}
