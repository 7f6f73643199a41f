import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import type { Fix } from "./finding";

/** Puts a text where another value stands. */
export function replaceValueFix(path: JsonPath, to: string): Fix {
  return { title: l10n.t("Change to “{0}”", to), path, json: JSON.stringify(to) };
}
