import * as l10n from "@vscode/l10n";
import type { Secret } from "./secretsApi";
import { codePoints, lengthRemark } from "../connectors/fieldLimits";
import type { Remark } from "../../platform/flow/prompts";

/** From the official OpenAPI document. */
const maximumName = 255;
const maximumValue = 10_000;

/**
 * Says what is wrong with a secret's name, or how many characters are left when few are.
 * @param taken the connector's secrets, as far as they are known: names are unique
 */
export function secretNameRemark(text: string, taken: readonly Secret[]): Remark | undefined {
  const name = text.trim();
  if (!name) {
    return { severity: "error", text: l10n.t("Enter a name.") };
  }
  return taken.some((secret) => secret.name === name)
    ? nameTaken(name)
    : lengthRemark(text, maximumName);
}

/** Says that the name is taken: before anything is sent, and when the service refuses it with a 409. */
export function nameTaken(name: string): Remark {
  const text = l10n.t(
    'A secret named "{0}" already exists. Enter another name, or use Replace Secret Value… instead.',
    name,
  );
  return { severity: "error", text };
}

/** Says what is wrong with a value, or may be a slip, such as a space at its end. It is sent as it is. */
export function secretValueRemark(value: string): Remark | undefined {
  const excess = codePoints(value) - maximumValue;
  if (!value) {
    return { severity: "error", text: l10n.t("Enter a value.") };
  }
  if (excess > 0) {
    return {
      severity: "error",
      text: l10n.t("Too long by {0}. The limit is {1} characters.", excess, maximumValue),
    };
  }
  if (/-----BEGIN [^\n]+$/.test(value)) {
    const text = l10n.t(
      "This PEM key has lost its line breaks. Use the Paste from Clipboard button to keep them.",
    );
    return { severity: "warning", text };
  }
  return value === value.trim()
    ? undefined
    : {
        severity: "warning",
        text: l10n.t("The value starts or ends with a space, which is kept."),
      };
}
