import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { editList, hasComments } from "../settingsList";
import { schemaUrls } from "../schemaNames";
import { extensionSchemaEntries } from "../schemaProperty";
import { schemaUrl } from "../../../manifest";

const setting = "json.schemas";

/**
 * Whether the editor's JSON support takes the schema from the extension where a document names it by one of
 * its URLs. By itself it downloads such a schema, or has none where it cannot; and only the user's own
 * settings can tell it another way.
 */
export function usesExtensionSchema(): boolean {
  const entries = userEntries();
  return schemaUrls.every((one) => entries.some((entry) => isOurs(entry) && urlOf(entry) === one));
}

/**
 * Writes that into the user's settings, or takes it out again, on request; what is not ours stays there as it is.
 * Writes nothing where nothing would change. Throws why the settings can't be written.
 * @param settingsFile where the user's settings are, as far as this host has them
 * @returns false where the person would rather do it, in the settings that are open then
 */
export async function setExtensionSchema(
  settingsFile: vscode.Uri,
  isUsed: boolean,
): Promise<boolean> {
  const has = userEntries().some(isOurs);
  if (isUsed ? usesExtensionSchema() : !has) {
    return true;
  }
  const ours = isUsed ? extensionSchemaEntries() : [];
  if (await writeIntoText(settingsFile, ours)) {
    return true;
  }
  if ((await hasCommentsInList(settingsFile)) && !(await mayLoseComments(ours))) {
    return false;
  }
  await writeEntries(ours);
  return true;
}

/** In another order, for the JSON support to read the entries again. Not where that could lose comments. */
async function rewriteEntries(settingsFile: vscode.Uri): Promise<void> {
  const isFirst = urlOf(userEntries().find(isOurs)) === schemaUrls[0];
  const entries = extensionSchemaEntries();
  const ours = isFirst ? entries.toReversed() : entries;
  if (!(await writeIntoText(settingsFile, ours)) && !(await hasCommentsInList(settingsFile))) {
    await writeEntries(ours);
  }
}

/** Whether the list may have comments: certain only where its text is at hand. */
async function hasCommentsInList(settingsFile: vscode.Uri): Promise<boolean> {
  const text = await readSettingsText(settingsFile).catch(() => "");
  return hasComments(text, setting) ?? !userEntries().every(isOurs);
}

/** Throws where this host doesn't have them, or they aren't UTF-8. */
async function readSettingsText(settingsFile: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(settingsFile);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/**
 * The editor's own way writes the whole list again, without the comments in it. Where the file is at hand its text is
 * edited instead: not on a server, where the editor doesn't notice that.
 * @returns false where it isn't, or has not the list that the editor knows
 */
async function writeIntoText(settingsFile: vscode.Uri, added: readonly object[]): Promise<boolean> {
  const known = userEntries();
  const { fs, textDocuments } = vscode.workspace;
  const isEdited = textDocuments.some(
    ({ uri, isDirty }) => isDirty && uri.toString() === settingsFile.toString(),
  );
  if (known.length === 0 || isEdited || vscode.env.remoteName !== undefined) {
    return false;
  }
  try {
    const edited = editList(await readSettingsText(settingsFile), setting, known, {
      without: isOurs,
      added,
    });
    if (!edited || edited.isEmpty) {
      return false;
    }
    const changed = settingChanged();
    await fs.writeFile(settingsFile, new TextEncoder().encode(edited.text));
    await changed;
    return true;
  } catch {
    return false;
  }
}

/** How long the editor may take to notice that its file has changed. Milliseconds. */
const maxWait = 5000;

function settingChanged(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      listening.dispose();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, maxWait);
    const listening = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) {
        end();
      }
    });
  });
}

/** Asks the person. */
async function mayLoseComments(ours: readonly object[]): Promise<boolean> {
  const goOn = l10n.t("Continue");
  const open = l10n.t("Copy Entries and Open Settings");
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('VS Code removes comments inside "json.schemas" when this setting is changed.'),
    goOn,
    open,
  );
  if (chosen === open) {
    await vscode.env.clipboard.writeText(
      ours.map((entry) => JSON.stringify(entry, undefined, 2)).join(",\n"),
    );
    await vscode.commands.executeCommand("workbench.action.openSettingsJson", {
      revealSetting: { key: setting },
    });
  }
  return chosen === goOn;
}

async function writeEntries(ours: readonly object[]): Promise<void> {
  const entries = [...userEntries().filter((entry) => !isOurs(entry)), ...ours];
  const written = entries.length > 0 ? entries : undefined;
  const configuration = vscode.workspace.getConfiguration();
  await configuration.update(setting, written, vscode.ConfigurationTarget.Global);
}

/**
 * Once it has followed the reference in the settings the JSON support keeps what it found, whatever becomes
 * of the schema; and it forgets that when the editor closes the schema's document after a while.
 */
export function refreshExtensionSchema(settingsFile: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isMeant(document)) {
        // Nobody asked for it now: who cannot write the settings has the schema that was there before.
        void rewriteEntries(settingsFile).catch(() => undefined);
      }
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (isMeant(document)) {
        // Has it go back to what it found, besides what the command is for.
        const { executeCommand } = vscode.commands;
        void executeCommand("json.validate", document.uri, "{}").then(undefined, () => undefined);
      }
    }),
  );
}

function isMeant({ uri }: vscode.TextDocument): boolean {
  return uri.toString() === schemaUrl && usesExtensionSchema();
}

/** All of them, whatever they are: what is not ours is written back as it is. */
function userEntries(): readonly unknown[] {
  const value: unknown = vscode.workspace.getConfiguration().inspect(setting)?.globalValue;
  return Array.isArray(value) ? value : [];
}

function isOurs(entry: unknown): boolean {
  return Object(Object(entry).schema).$ref === schemaUrl;
}

function urlOf(entry: unknown): unknown {
  return Object(entry).url;
}
