import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import type { PathProblem } from "./jsonPath/reader";

/** Something that a preview says beside its rows. */
export interface PreviewRemark {
  readonly text: string;
  /** Of the part of the configuration that it is about. */
  readonly path?: JsonPath;
}

/** Says that a part of the configuration is left out. @param what the part, e.g. `pagination` */
export function notEvaluated(what: string, path: JsonPath): PreviewRemark {
  return {
    text: l10n.t('"{0}" isn\'t evaluated in a preview. Use a test run instead.', what),
    path,
  };
}

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
