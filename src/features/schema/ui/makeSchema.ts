import * as vscode from "vscode";
import { ConfigurationSchema } from "../configurationSchema";
import { fetchSchema } from "../schemaApi";
import type { SchemaFeatureParts } from ".";
import { schemaHandlers } from "./schemaCommands";
import { SchemaFileSystem } from "./schemaFileSystem";
import { refreshExtensionSchema } from "./schemaSetting";
import { SchemaStatus } from "./schemaStatus";
import { suggestExtensionSchema, SchemaSuggestions } from "./schemaSuggestions";

/** What there is of the schema once it is loaded. */
export type MadeSchema = ReturnType<typeof makeSchema>;

/** Puts the feature together: what has the schema, and all that says how far it is. */
export function makeSchema(parts: SchemaFeatureParts) {
  const { files, userStorage, settingsFile, notifier } = parts;
  const { send, sendWithoutKey, session } = parts.account;
  const schema = new ConfigurationSchema({
    fetch: (origin) => fetchSchema(sendWithoutKey, send, origin),
    files,
    origin: () => session.baseUrl().origin,
  });
  const suggestions = new SchemaSuggestions(
    () => void suggestExtensionSchema(userStorage, schema.state),
  );
  const made = vscode.Disposable.from(
    suggestions,
    refreshExtensionSchema(settingsFile),
    new SchemaStatus(schema),
  );
  return {
    schema,
    files: new SchemaFileSystem(schema),
    suggestions,
    handlers: schemaHandlers({ schema, notifier, settingsFile }),
    dispose: () => made.dispose(),
  };
}
