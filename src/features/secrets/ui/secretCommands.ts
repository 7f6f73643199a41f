import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Secret } from "../secretsApi";
import { plainText } from "../../../platform/words/plainText";
import { secretReference } from "../../checks/secretReferences";
import { isDotenvName } from "../secretImport";
import type { secretCommands } from "../../../manifest";
import { importSecrets, type ImportParts } from "./importSecrets";
import { moveValueToSecret, type MakeSecretParts } from "./moveToSecret";
import { knownSecrets, runRegisterSecretFlow } from "./registerSecretFlow";
import { confirmAndDeleteSecret, pickSecret, replaceSecretValue } from "./secretActions";
import type { CommandHandlers } from "../../../platform/ui/commands";
import type { ConnectorTarget, ConnectorTargets } from "../../connectors/ui/connectorTarget";
import { editorOfConfiguration, insertPlaceholder } from "./insertPlaceholder";

/** What the commands on secrets need. */
export interface SecretCommandParts extends MakeSecretParts {
  readonly configurationText: ImportParts["configurationText"];
  readonly targets: ConnectorTargets;
}

const ofActiveEditor = { ofActiveEditor: true };

/** The commands on a connector's secrets: from the tree on its node, from the palette on what is asked for. */
export function secretHandlers(parts: SecretCommandParts): CommandHandlers<typeof secretCommands> {
  const withSecret =
    (title: string, act: (target: ConnectorTarget, secret: Secret) => unknown) =>
    (given: unknown, chosen?: unknown) =>
      parts.targets.command(
        title,
        async (target) => {
          const known = secretOf(given) ?? secretOf({ secret: chosen });
          const secret = known ?? (await pickSecret(parts, target, title));
          if (secret) {
            await act(target, secret);
          }
        },
        ofActiveEditor,
      )(given);
  const insert = withSecret(l10n.t("Insert Secret Placeholder"), (_target, { placeholder }) =>
    insertPlaceholder(placeholder),
  );
  const importParts: ImportParts = {
    ...parts,
    pickConnector: (title) => parts.targets.pick(title),
  };
  const importFrom = (given: unknown) => {
    const isFile = given instanceof vscode.Uri && isDotenvName(given.path.split("/").at(-1) ?? "");
    return parts.targets.command(
      l10n.t("Import Secrets"),
      (target) => importSecrets(importParts, target, isFile ? given : undefined),
      ofActiveEditor,
    )(isFile ? undefined : given);
  };
  return {
    registerSecret: (given, name) =>
      parts.targets.command(
        l10n.t("Register Secret"),
        (target) => runRegisterSecretFlow(parts, target, typeof name === "string" ? { name } : {}),
        ofActiveEditor,
      )(given),
    makeSecret: (uri, offset) =>
      parts.targets.command(l10n.t("Register Secret"), (target) =>
        moveValueToSecret(parts, target, uri, offset),
      )(uri),
    replaceSecret: withSecret(l10n.t("Replace Secret Value"), (target, secret) =>
      replaceSecretValue(parts, target, secret),
    ),
    deleteSecret: withSecret(l10n.t("Delete Secret"), (target, secret) =>
      confirmAndDeleteSecret(parts, target, secret),
    ),
    copySecretPlaceholder: withSecret(
      l10n.t("Copy Secret Placeholder"),
      async (_target, { placeholder }) => {
        const reference = secretReference(placeholder);
        await vscode.env.clipboard.writeText(reference);
        const copied = l10n.t("Copied {0}", plainText(reference, 120));
        vscode.window.setStatusBarMessage(copied, 3000);
      },
    ),
    insertSecretPlaceholder: async (given) => {
      // Before a connector and a secret are asked for: nobody wants to answer for nothing.
      if (editorOfConfiguration()) {
        await insert(given);
      }
    },
    importSecrets: importFrom,
    // The explorer shows no category: there it has a title that names the product.
    importSecretsFromThisFile: importFrom,
    refreshSecrets: parts.targets.command(
      l10n.t("Refresh Secrets"),
      async (target) => {
        parts.secrets.forget(target.ref);
        await knownSecrets(parts, target);
      },
      ofActiveEditor,
    ),
  };
}

/** The tree hands over its node, a quick fix the secret itself. */
function secretOf(given: unknown): Secret | undefined {
  const secret: unknown = Object(given).secret;
  const { name, placeholder } = Object(secret);
  return typeof name === "string" && typeof placeholder === "string"
    ? { name, placeholder }
    : undefined;
}
