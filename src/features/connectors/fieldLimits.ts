import * as l10n from "@vscode/l10n";
import type { Remark } from "../../platform/flow/prompts";

/** Lengths in Unicode code points, as JSON Schema counts them, from the official OpenAPI document. */
const maximumName = 255;
const maximumDescription = 1000;

/** How many are left when few are, or by how many the text is too long. */
export function lengthRemark(text: string, maximum: number): Remark | undefined {
  const left = maximum - codePoints(text.trim());
  if (left < 0) {
    return {
      severity: "error",
      text: l10n.t("Too long by {0}. The limit is {1} characters.", -left, maximum),
    };
  }
  return left <= maximum / 10
    ? { severity: "info", text: l10n.t("{0} characters left.", left) }
    : undefined;
}

/** @returns what is wrong with a connector's name, or how many characters are left when few are */
export function nameRemark(text: string): Remark | undefined {
  return text.trim()
    ? lengthRemark(text, maximumName)
    : { severity: "error", text: l10n.t("Enter a name.") };
}

/** @returns by how much a connector's description is too long, or how many characters are left when few are */
export function descriptionRemark(text: string): Remark | undefined {
  return lengthRemark(text, maximumDescription);
}

/** `connector_identifier`: 1 to 100 of `A-Z a-z 0-9 _ -`. */
export function identifierRemark(text: string): Remark | undefined {
  return /^[A-Za-z0-9_-]{1,100}$/.test(text.trim())
    ? undefined
    : {
        severity: "error",
        text: l10n.t("Identifiers have 1 to 100 letters, digits, underscores, or hyphens."),
      };
}

/** A name for a duplicate, within the limit. */
export function duplicateName(name: string): string {
  const suggestion = l10n.t("{0} (copy)", name);
  const excess = codePoints(suggestion) - maximumName;
  const kept = Array.from(name);
  return excess > 0 ? l10n.t("{0} (copy)", kept.slice(0, -excess).join("")) : suggestion;
}

/** @returns the length of a text in Unicode code points, which is how the API counts characters */
export function codePoints(text: string): number {
  return Array.from(text).length;
}
