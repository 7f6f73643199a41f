import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Secret } from "../secretsApi";
import { plainText } from "../../../platform/words/plainText";
import { isDotenvName } from "../secretImport";
import { commandIds } from "../../../manifest";
import { importSecrets } from "./importSecrets";
import { makeSecret, type MakeSecretParts } from "./moveToSecret";
import { knownSecrets, registerSecret } from "./registerSecret";
import { deleteSecret, pickSecret, replaceSecretValue } from "./secretActions";
import type { CommandHandlers } from "../../../platform/ui/commands";
import {
  withConnector,
  type ConnectorTarget,
  type TargetParts,
} from "../../connectors/ui/connectorTarget";
import { editorOfConfiguration, insertPlaceholder } from "./insertPlaceholder";

export type SecretCommandParts = TargetParts & MakeSecretParts;

type SecretCommandId =
  | typeof commandIds.registerSecret
  | typeof commandIds.replaceSecret
  | typeof commandIds.deleteSecret
  | typeof commandIds.copySecretPlaceholder
  | typeof commandIds.insertSecretPlaceholder
  | typeof commandIds.importSecrets
  | typeof commandIds.importSecretsFromThisFile
  | typeof commandIds.refreshSecrets
  | typeof commandIds.makeSecret;

const ofActiveEditor = { ofActiveEditor: true };

/** The commands on a connector's secrets: from the tree on its node, from the palette on what is asked for. */
export function secretCommands(parts: SecretCommandParts): Pick<CommandHandlers, SecretCommandId> {
  const withSecret =
    (title: string, act: (target: ConnectorTarget, secret: Secret) => unknown) =>
    (given: unknown) =>
      withConnector(
        parts,
        title,
        async (target) => {
          const secret = secretOf(given) ?? (await pickSecret(parts, target, title));
          if (secret) {
            await act(target, secret);
          }
        },
        ofActiveEditor,
      )(given);
  const insert = withSecret(l10n.t("Insert Secret Placeholder"), (_target, { placeholder }) =>
    insertPlaceholder(placeholder),
  );
  const importFrom = (given: unknown) => {
    const isFile = given instanceof vscode.Uri && isDotenvName(given.path.split("/").at(-1) ?? "");
    return withConnector(
      parts,
      l10n.t("Import Secrets"),
      (target) => importSecrets(parts, target, isFile ? given : undefined),
      ofActiveEditor,
    )(isFile ? undefined : given);
  };
  return {
    [commandIds.registerSecret]: (given, name) =>
      withConnector(
        parts,
        l10n.t("Register Secret"),
        (target) => registerSecret(parts, target, typeof name === "string" ? { name } : {}),
        ofActiveEditor,
      )(given),
    [commandIds.makeSecret]: (uri, offset) =>
      withConnector(parts, l10n.t("Register Secret"), (target) =>
        makeSecret(parts, target, uri, offset),
      )(uri),
    [commandIds.replaceSecret]: withSecret(l10n.t("Replace Secret Value"), (target, secret) =>
      replaceSecretValue(parts, target, secret),
    ),
    [commandIds.deleteSecret]: withSecret(l10n.t("Delete Secret"), (target, secret) =>
      deleteSecret(parts, target, secret),
    ),
    [commandIds.copySecretPlaceholder]: withSecret(
      l10n.t("Copy Secret Placeholder"),
      async (_target, { placeholder }) => {
        await vscode.env.clipboard.writeText(placeholder);
        const copied = l10n.t("Copied {0}", plainText(placeholder, 100));
        vscode.window.setStatusBarMessage(copied, 3000);
      },
    ),
    [commandIds.insertSecretPlaceholder]: async (given) => {
      // Before a connector and a secret are asked for: nobody wants to answer for nothing.
      if (editorOfConfiguration()) {
        await insert(given);
      }
    },
    [commandIds.importSecrets]: importFrom,
    // The explorer shows no category: there it has a title that names the product.
    [commandIds.importSecretsFromThisFile]: importFrom,
    [commandIds.refreshSecrets]: withConnector(
      parts,
      l10n.t("Refresh Secrets"),
      async (target) => {
        parts.secrets.forget(target.ref);
        await knownSecrets(parts, target);
      },
      ofActiveEditor,
    ),
  };
}

/** The tree hands over its node. */
function secretOf(given: unknown): Secret | undefined {
  const secret: unknown = Object(given).secret;
  const { name, placeholder } = Object(secret);
  return typeof name === "string" && typeof placeholder === "string"
    ? { name, placeholder }
    : undefined;
}
