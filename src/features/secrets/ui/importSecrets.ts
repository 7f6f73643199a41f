import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { pickOne } from "../../../platform/flow/prompts";
import { plainText } from "../../../platform/words/plainText";
import { registerSecret, replaceSecret } from "../secretChanges";
import { chooseSecrets, findSecrets, isDotenvName, type SecretCandidate } from "../secretImport";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import { readText, filesNamed } from "../../../platform/ui/workspaceFiles";
import { withCancel } from "../../../platform/ui/progress";
import { knownSecrets, showChangeFailure, type SecretParts } from "./registerSecretFlow";

/** Stands for a file that was not found. */
const other = "";

/** Beyond any file with variables. Bytes. */
const largest = 1_000_000;

/** Has the person choose among the variables of an `.env` file, and registers each as a secret. */
export async function importSecrets(
  parts: SecretParts,
  target: ConnectorTarget,
  given?: vscode.Uri,
): Promise<void> {
  const file = given ?? (await chooseFile(parts));
  const known = file && (await knownSecrets(parts, target, "ifPossible"));
  if (!known) {
    return;
  }
  const found = findSecrets(await readFile(file), known.secrets);
  const fileName = plainText(file.path.split("/").at(-1) ?? "", 80);
  const name = plainText(target.connector.name, 80);
  const title = l10n.t("Import Secrets from {0} for {1}", fileName, name);
  const chosen = await chooseSecrets(parts.prompts, title, found);
  if (chosen.length > 0) {
    await send(parts, target, chosen, () => importSecrets(parts, target, file));
  }
}

/** Among the files that are found: file dialogs hide names that begin with a dot. */
async function chooseFile({ prompts }: SecretParts): Promise<vscode.Uri | undefined> {
  const title = l10n.t("Import Secrets from .env");
  const found = (await filesNamed("{*.env,.env.*}")).filter(({ path }) =>
    isDotenvName(path.split("/").at(-1) ?? ""),
  );
  const chosen =
    found.length === 0
      ? other
      : await pickOne(prompts, {
          title,
          placeholder: l10n.t("Select a file with secrets"),
          items: [
            ...found.map(({ uri, path }) => ({ label: path, icon: "file", value: uri })),
            {
              label: l10n.t("Select File…"),
              icon: "folder-opened",
              alwaysShow: true,
              value: other,
            },
          ],
        });
  if (chosen !== other) {
    return chosen === undefined ? undefined : vscode.Uri.parse(chosen, true);
  }
  return (await vscode.window.showOpenDialog({ title, openLabel: l10n.t("Select") }))?.[0];
}

async function readFile(file: vscode.Uri): Promise<string> {
  const { size } = await vscode.workspace.fs.stat(file);
  const text = size > largest ? undefined : await readText(file);
  if (text === undefined || text.length > largest) {
    throw new Error(l10n.t("The file is too large for an .env file."));
  }
  return text;
}

/** One after the other, until one fails or the person has enough; says what was done and what was not. */
async function send(
  parts: SecretParts,
  { ref }: ConnectorTarget,
  chosen: readonly SecretCandidate[],
  again: () => unknown,
): Promise<void> {
  let done = 0;
  const title = l10n.t("Importing secrets ({0})", chosen.length);
  const failure = await withCancel(title, async (signal) => {
    for (const { name, value, replaces } of chosen) {
      const change = replaces
        ? await replaceSecret(parts, ref, replaces, value, signal)
        : await registerSecret(parts, ref, { name, value }, signal);
      if (change.kind !== "done") {
        return change;
      }
      done++;
    }
    return undefined;
  });
  const counted = l10n.t("Imported {0} of {1} secrets.", done, chosen.length);
  vscode.window.setStatusBarMessage(counted, 5000);
  if (failure) {
    const name = plainText(chosen[done]?.name ?? "", 80);
    const words = {
      refused: `${counted} ${l10n.t('Couldn\'t import "{0}".', name)}`,
      unknown: `${counted} ${l10n.t('Couldn\'t confirm that "{0}" was imported.', name)}`,
    };
    showChangeFailure(parts.notifier, ref, failure, words, again);
  }
  if (done > 0) {
    await parts.reloadConfiguration(ref);
  }
}
