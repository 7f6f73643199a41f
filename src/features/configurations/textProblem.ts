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
          text: l10n.t("A configuration is a JSON object: it begins with “{” and ends with “}”."),
        };
  } catch {
    return text.trim()
      ? syntaxProblem(text)
      : { offset: 0, text: l10n.t("The document is empty.") };
  }
}

function syntaxProblem(text: string): TextProblem | undefined {
  const first = firstSyntaxProblem(text);
  return first && { offset: first.offset, text: wording(first.code) };
}

function wording(code: string): string {
  switch (code) {
    case "PropertyNameExpected":
      return l10n.t("A property name in double quotes is expected.");
    case "ValueExpected":
      return l10n.t("A value is expected.");
    case "ColonExpected":
      return l10n.t("A colon is expected.");
    case "CommaExpected":
      return l10n.t("A comma is expected.");
    case "CloseBraceExpected":
      return l10n.t("A closing brace is expected.");
    case "CloseBracketExpected":
      return l10n.t("A closing bracket is expected.");
    case "InvalidCommentToken":
      return l10n.t("Comments are not allowed in a configuration.");
    case "UnexpectedEndOfString":
      return l10n.t("The string is not closed.");
    case "EndOfFileExpected":
      return l10n.t("Nothing may follow the configuration’s end.");
    default:
      return l10n.t("It is not valid JSON ({0}).", code);
  }
}
