import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";

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
