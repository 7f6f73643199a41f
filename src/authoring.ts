import * as vscode from "vscode";
import type { Send } from "./platform/http/send";
import { fetchSchema } from "./features/schema/schemaApi";
import { ConfigurationSchema } from "./features/schema/configurationSchema";
import type { Storage } from "./platform/storage/accountStorage";
import { SecretStore } from "./features/secrets/secretStore";
import type { Session } from "./features/account/session";
import type { Shelf } from "./platform/storage/fileStorage";
import { schemaScheme } from "./manifest";
import { CheckDiagnostics, configurationDocuments } from "./features/checks/ui/checkDiagnostics";
import { CheckFixes } from "./features/checks/ui/checkFixes";
import { DocumentSecrets } from "./features/secrets/ui/documentSecrets";
import type { LinkedFiles } from "./features/files/ui/linkedFiles";
import { NamedSchema, namingDocuments } from "./features/schema/ui/schemaQuickFix";
import { ReportTypeSymbols, RuntimeIdHover } from "./features/language/ui/outline";
import { SchemaFileSystem } from "./features/schema/ui/schemaFileSystem";
import { offerKeptSchema } from "./features/schema/ui/schemaOffer";
import { SchemaStatus } from "./features/schema/ui/schemaStatus";
import { SnippetCompletions } from "./features/snippets/ui/snippetCompletions";

/** What helps while a configuration is written. */
export interface Authoring {
  readonly schema: ConfigurationSchema;
  readonly secrets: SecretStore;
  readonly documentSecrets: DocumentSecrets;
  readonly checks: CheckDiagnostics;
}

interface AuthoringParts {
  readonly send: Send;
  /** Sends without a key. */
  readonly sendOpenly: Send;
  readonly session: Session;
  readonly shelf: Shelf;
  readonly files: LinkedFiles;
}

/** Builds it, in step with each other. */
export function createAuthoring(parts: AuthoringParts): Authoring {
  const { send, sendOpenly, session, shelf, files } = parts;
  const schema = new ConfigurationSchema({
    fetch: (origin) => fetchSchema(sendOpenly, send, origin),
    shelf,
    origin: () => session.baseUrl().origin,
  });
  const secrets = new SecretStore(send);
  const documentSecrets = new DocumentSecrets(secrets, files);
  const checks = new CheckDiagnostics((uri) => ({
    secrets: documentSecrets.of(uri),
    schemaWords: schema.words(),
  }));
  secrets.onDidChange(() => checks.updateAll());
  schema.onDidChange(({ kind }) => kind === "ready" && checks.updateAll());
  return { schema, secrets, documentSecrets, checks };
}

/** @param storage of the user, for what is offered once */
export function registerAuthoring(
  { schema, checks }: Authoring,
  storage: Storage,
): vscode.Disposable {
  const { languages, CodeActionKind } = vscode;
  const documents = configurationDocuments;
  const named = new NamedSchema(() => void offerKeptSchema(storage, schema.state));
  const quickFixes = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  return vscode.Disposable.from(
    checks,
    named,
    new SchemaStatus(schema),
    vscode.workspace.registerFileSystemProvider(schemaScheme, new SchemaFileSystem(schema), {
      isReadonly: true,
    }),
    languages.registerCodeActionsProvider(namingDocuments, named, quickFixes),
    languages.registerCodeActionsProvider(documents, new CheckFixes(checks), quickFixes),
    languages.registerCompletionItemProvider(documents, new SnippetCompletions(), '"'),
    languages.registerHoverProvider(documents, new RuntimeIdHover()),
    languages.registerDocumentSymbolProvider(documents, new ReportTypeSymbols(), {
      label: "Supermetrics",
    }),
  );
}
