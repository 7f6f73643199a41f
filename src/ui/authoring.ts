import * as vscode from "vscode";
import type { Send } from "../api/http";
import { fetchSchema } from "../api/schema";
import { ConfigurationSchema } from "../core/configurationSchema";
import type { Storage } from "../core/memory";
import { SecretStore } from "../core/secretStore";
import type { Session } from "../core/session";
import type { Shelf } from "../core/shelf";
import { schemaScheme } from "../manifest";
import { CheckDiagnostics, configurationDocuments } from "./checkDiagnostics";
import { CheckFixes } from "./checkFixes";
import { DocumentSecrets } from "./documentSecrets";
import type { LinkedFiles } from "./linkedFiles";
import { NamedSchema, namingDocuments } from "./namedSchema";
import { ReportTypeSymbols, RuntimeIdHover } from "./reportTypeSymbols";
import { SchemaFileSystem } from "./schemaFileSystem";
import { offerKeptSchema } from "./schemaOffer";
import { SchemaStatus } from "./schemaStatus";
import { SnippetCompletions } from "./snippetCompletions";

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
