import * as vscode from "vscode";
import { extensionSchemaEntries, schemaUrls } from "../schemaProperty";
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
 */
export async function setExtensionSchema(isUsed: boolean): Promise<void> {
  const has = userEntries().some(isOurs);
  if (isUsed ? !usesExtensionSchema() : has) {
    await writeEntries(isUsed ? extensionSchemaEntries() : []);
  }
}

/** In another order, for the JSON support to read the entries anew. */
async function rewriteEntries(): Promise<void> {
  const isFirst = urlOf(userEntries().find(isOurs)) === schemaUrls[0];
  const entries = extensionSchemaEntries();
  await writeEntries(isFirst ? entries.toReversed() : entries);
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
export function refreshExtensionSchema(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isMeant(document)) {
        // Nobody asked for it now: who cannot write the settings has the schema that was there before.
        void rewriteEntries().catch(() => undefined);
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
