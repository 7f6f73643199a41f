import * as l10n from "@vscode/l10n";
import { isObject } from "../../platform/json/parsedValue";
import { firstSyntaxProblem } from "../../platform/json/unfinishedJson";

/** Why a text cannot be a configuration, and where. */
export interface TextProblem {
  /** In UTF-16 code units from the text's beginning. */
  readonly offset: number;
  readonly text: string;
}

/** The first thing that keeps a text from being the JSON object that the API takes; undefined when it is one. */
export function findTextProblem(text: string): TextProblem | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value)
      ? undefined
      : {
          offset: text.search(/\S/),
          text: l10n.t("The configuration must be a JSON object."),
        };
  } catch {
    return text.trim()
      ? syntaxProblem(text)
      : { offset: 0, text: l10n.t("The configuration is empty.") };
  }
}

function syntaxProblem(text: string): TextProblem | undefined {
  const first = firstSyntaxProblem(text);
  return first && { offset: first.offset, text: wording(first.code) };
}

function wording(code: string): string {
  switch (code) {
    case "PropertyNameExpected":
      return l10n.t("Property name in double quotes expected.");
    case "ValueExpected":
      return l10n.t("Value expected.");
    case "ColonExpected":
      return l10n.t("Colon expected.");
    case "CommaExpected":
      return l10n.t("Comma expected.");
    case "CloseBraceExpected":
      return l10n.t("Closing brace expected.");
    case "CloseBracketExpected":
      return l10n.t("Closing bracket expected.");
    case "InvalidCommentToken":
      return l10n.t("Comments aren't allowed in a configuration.");
    case "UnexpectedEndOfString":
      return l10n.t("Unterminated string.");
    case "EndOfFileExpected":
      return l10n.t("Unexpected content after the end of the configuration.");
    default:
      return l10n.t("Invalid JSON ({0}).", code);
  }
}
