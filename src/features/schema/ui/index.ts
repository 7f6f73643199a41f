import * as vscode from "vscode";
import { schemaCommands, schemaScheme } from "../../../manifest";
import type { Storage } from "../../../platform/storage/accountStorage";
import type { FileStorage } from "../../../platform/storage/fileStorage";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import { ConfigurationSchema } from "../configurationSchema";
import { SchemaFileSystem } from "./schemaFileSystem";
import {
  suggestExtensionSchema,
  SchemaSuggestions,
  schemaPropertyDocuments,
} from "./schemaSuggestions";
import { SchemaStatus } from "./schemaStatus";

/** What the feature needs of the platform and of other features. */
export interface SchemaFeatureParts {
  readonly account: Pick<AccountService<unknown>, "session" | "send" | "sendWithoutKey">;
  readonly files: FileStorage;
  /** Of the user, for what is offered once. */
  readonly userStorage: Storage;
  /** Where the user's settings are, as far as this host has them. */
  readonly settingsFile: vscode.Uri;
  readonly checks: CheckDiagnostics;
  readonly notifier: Notifier;
}

/** Has the editor's JSON support complete, describe and validate configurations by the service's own schema. */
export function registerSchema(parts: SchemaFeatureParts): vscode.Disposable {
  const { files, userStorage, settingsFile, checks, notifier } = parts;
  const { session, send, sendWithoutKey } = parts.account;
  const schema = new ConfigurationSchema({
    fetch: async (origin) =>
      (await import("../schemaApi")).fetchSchema(sendWithoutKey, send, origin),
    files,
    origin: () => session.baseUrl().origin,
  });
  checks.contribute({
    onDidChange: schema.onDidChange,
    contextOf: () => ({ schemaVocabulary: schema.vocabulary() }),
  });
  const named = new SchemaSuggestions(
    () => void suggestExtensionSchema(userStorage, schema.state),
    settingsFile,
  );
  return vscode.Disposable.from(
    named,
    new SchemaStatus(schema),
    vscode.workspace.registerFileSystemProvider(schemaScheme, new SchemaFileSystem(schema), {
      isReadonly: true,
    }),
    vscode.languages.registerCodeActionsProvider(schemaPropertyDocuments, named, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    registerCommands(notifier, schemaCommands, async () =>
      (await import("./schemaCommands")).schemaHandlers({ schema, notifier, settingsFile }),
    ),
  );
}
