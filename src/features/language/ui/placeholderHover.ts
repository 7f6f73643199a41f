import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { plainText } from "../../../platform/words/plainText";
import type { RegisteredSecrets } from "../../checks/rules/secrets";
import { referredSecret } from "../../checks/secretReferences";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import { placeholderAt } from "../placeholderAt";
import { documentedPlaceholders } from "../placeholders";

/** Says what a placeholder gives: of a reference to a secret, the secret's name. */
export class PlaceholderHover implements vscode.HoverProvider {
  constructor(private readonly checks: Pick<CheckDiagnostics, "contextOf">) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const at = placeholderAt(document.getText(), document.offsetAt(position));
    if (!at) {
      return undefined;
    }
    const secret = referredSecret(at.name);
    const explanation =
      secret === undefined
        ? documentedPlaceholders().find(({ name }) => name === at.name)?.gives
        : secretText(secret, this.checks.contextOf(document.uri).secrets);
    return explanation === undefined
      ? undefined
      : new vscode.Hover(
          new vscode.MarkdownString().appendText(explanation),
          rangeOf(document, at.place),
        );
  }
}

function secretText(placeholder: string, known: RegisteredSecrets | undefined): string {
  if (!known) {
    return l10n.t("Secret. To see its name, open Secrets below the connector in the side bar.");
  }
  const secret = known.secrets.find((one) => one.placeholder === placeholder);
  return secret
    ? l10n.t('Secret "{0}"', plainText(secret.name, 255))
    : l10n.t("This connector has no such secret.");
}
