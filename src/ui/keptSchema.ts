import * as vscode from "vscode";
import { schemaUrls } from "../core/schemaMember";
import { schemaUrl } from "../manifest";

const setting = "json.schemas";

/**
 * Whether the editor's JSON support takes the schema from the extension where a document names it by one of
 * its URLs. By itself it downloads such a schema, or has none where it cannot; and only the user's own
 * settings can tell it another way.
 */
export function usesKeptSchema(): boolean {
  const entries = userEntries();
  return schemaUrls.every((one) => entries.some((entry) => isOurs(entry) && entry.url === one));
}

/**
 * Writes that into the user's settings, or takes it out again: on request only. What is there already is
 * written in another order, for the JSON support to read it anew.
 */
export async function useKeptSchema(isUsed: boolean): Promise<void> {
  const before = userEntries();
  const others = before.filter((entry) => !isOurs(entry));
  const urls = before.find(isOurs)?.url === schemaUrls[0] ? schemaUrls.toReversed() : schemaUrls;
  const ours = urls.map((url) => ({ url, fileMatch: [], schema: { $ref: schemaUrl } }));
  const entries = isUsed ? [...others, ...ours] : others;
  const written = entries.length > 0 ? entries : undefined;
  const configuration = vscode.workspace.getConfiguration();
  await configuration.update(setting, written, vscode.ConfigurationTarget.Global);
}

/**
 * Once it has followed the reference in the settings the JSON support keeps what it found, whatever becomes
 * of the schema; and it forgets that when the editor closes the schema's document after a while.
 */
export function renewKeptSchema(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isMeant(document)) {
        void useKeptSchema(true);
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
  return uri.toString() === schemaUrl && usesKeptSchema();
}

function userEntries(): readonly { readonly url?: unknown; readonly schema?: unknown }[] {
  const value: unknown = vscode.workspace.getConfiguration().inspect(setting)?.globalValue;
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "object" && entry) : [];
}

function isOurs({ schema }: { readonly schema?: unknown }): boolean {
  return Object(schema).$ref === schemaUrl;
}
