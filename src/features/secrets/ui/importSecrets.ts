import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { pickOne } from "../../../platform/flow/prompts";
import { plainText } from "../../../platform/words/plainText";
import { registerSecret, replaceSecret } from "../secretChanges";
import { askForImport } from "../importSteps";
import { findSecrets, isDotenvName, type SecretCandidate } from "../secretImport";
import { usedSecretNames } from "../usedSecretNames";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import { readText, filesNamed } from "../../../platform/ui/workspaceFiles";
import { withCancel } from "../../../platform/ui/progress";
import { knownSecrets, showChangeFailure, type SecretParts } from "./registerSecretFlow";

/** What an import of secrets needs. */
export interface ImportParts extends SecretParts {
  /** Asks for one of the team's connectors. */
  readonly pickConnector: (title: string) => Promise<ConnectorTarget | undefined>;
  /** Text of a connector's configuration; undefined where it can't be loaded. */
  readonly configurationText: (ref: ConnectorRef) => Promise<string | undefined>;
}

/** Stands for a file that was not found. */
const otherFile = "";

/** Beyond any file with variables. Bytes. */
const largest = 1_000_000;

/**
 * Has the person choose among the variables of an `.env` file, and registers each as a secret of the connector,
 * or of another one that they select.
 */
export async function importSecrets(
  parts: ImportParts,
  target: ConnectorTarget,
  given?: vscode.Uri,
): Promise<void> {
  const file = given ?? (await chooseFile(parts));
  const known = file && (await knownSecrets(parts, target, "ifPossible"));
  if (!known) {
    return;
  }
  const used = usedSecretNames((await parts.configurationText(target.ref)) ?? "");
  const choice = await askForImport(parts.prompts, {
    fileName: file.path.split("/").at(-1) ?? "",
    connectorName: target.connector.name,
    found: findSecrets(await readFile(file), known.secrets, used),
  });
  if (choice.kind === "import") {
    await send(parts, target, choice.chosen, () => importSecrets(parts, target, file));
  } else if (choice.kind === "none") {
    const nothing = l10n.t("No secrets were selected, so nothing was imported.");
    vscode.window.setStatusBarMessage(nothing, 5000);
  } else if (choice.kind === "otherConnector") {
    const other = await parts.pickConnector(l10n.t("Import Secrets"));
    if (other) {
      await importSecrets(parts, other, file);
    }
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
      ? otherFile
      : await pickOne(prompts, {
          title,
          placeholder: l10n.t("Select a file with secrets"),
          items: [
            ...found.map(({ uri, path }) => ({ label: path, icon: "file", value: uri })),
            {
              label: l10n.t("Select File…"),
              icon: "folder-opened",
              alwaysShow: true,
              value: otherFile,
            },
          ],
        });
  if (chosen !== otherFile) {
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
    const failures = {
      refused: `${counted} ${l10n.t('Couldn\'t import "{0}".', name)}`,
      unknown: `${counted} ${l10n.t('Couldn\'t confirm that "{0}" was imported.', name)}`,
    };
    showChangeFailure(parts.notifier, ref, failure, failures, again);
  }
  if (done > 0) {
    await parts.reloadConfiguration(ref);
  }
}
