import * as vscode from "vscode";
import { schemaCommands, schemaScheme } from "../../../manifest";
import type { Storage } from "../../../platform/storage/accountStorage";
import { Emitter } from "../../../platform/event";
import { lazy } from "../../../platform/lazy";
import type { FileStorage } from "../../../platform/storage/fileStorage";
import { registerCommands } from "../../../platform/ui/commands";
import { LazyFileSystem } from "../../../platform/ui/lazyFileSystem";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import { namesSchema } from "../schemaNames";
import type { MadeSchema } from "./makeSchema";
import { onDidShowNamedSchema, schemaPropertyDocuments } from "./namedSchema";

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
  const changed = new Emitter<unknown>();
  let made: MadeSchema | undefined;
  /** When the JSON support asks for the schema, a document names it, or with the first command. */
  const load = lazy(async () => {
    const { makeSchema } = await import("./makeSchema");
    made = makeSchema(parts);
    made.schema.onDidChange((state) => changed.fire(state));
    return made;
  });
  parts.checks.contribute({
    onDidChange: changed.event,
    contextOf: () => ({ schemaVocabulary: made?.schema.vocabulary() }),
  });
  return vscode.Disposable.from(
    onDidShowNamedSchema(() => load().catch(() => undefined)), // the next change tries again
    vscode.workspace.registerFileSystemProvider(
      schemaScheme,
      new LazyFileSystem(async () => (await load()).files),
      { isReadonly: true },
    ),
    vscode.languages.registerCodeActionsProvider(
      schemaPropertyDocuments,
      {
        provideCodeActions: async (document, range, context) =>
          namesSchema(document.lineAt(range.start.line).text)
            ? (await load()).suggestions.provideCodeActions(document, range, context)
            : [],
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    registerCommands(parts.notifier, schemaCommands, async () => (await load()).handlers),
    { dispose: () => made?.dispose() },
  );
}
