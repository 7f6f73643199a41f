import * as vscode from "vscode";
import { schemaUrls } from "../core/schemaMember";
import { schemaUrl } from "../manifest";

const setting = "json.schemas";

/**
 * Has the editor's JSON support take the schema from the extension where a document names it by one of its
 * URLs. By itself it downloads such a schema, or shows none; and only the user's own settings can tell it
 * another way, so it is done on request only.
 */
export async function useKeptSchema(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const before: unknown = configuration.inspect(setting)?.globalValue;
  const others = (Array.isArray(before) ? before : []).filter(
    ({ url }) => !schemaUrls.includes(url),
  );
  const added = schemaUrls.map((url) => ({ url, fileMatch: [], schema: { $ref: schemaUrl } }));
  await configuration.update(setting, [...others, ...added], vscode.ConfigurationTarget.Global);
}
