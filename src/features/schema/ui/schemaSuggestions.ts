import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { isSchemaNamed, schemaPropertyDocuments } from "./namedSchema";
import { usesExtensionSchema } from "./schemaSetting";
import type { SchemaState } from "../configurationSchema";
import type { Storage } from "../../../platform/storage/accountStorage";

/**
 * Offers to take the schema from the extension where a document names it: at the name, quietly in the
 * language status, and once in a notification where the editor may fail to load it.
 */
export class SchemaSuggestions implements vscode.CodeActionProvider, vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;
  private readonly listening: vscode.Disposable;

  constructor(private readonly offerOnce: () => void) {
    const { window, workspace } = vscode;
    this.listening = vscode.Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.update()),
      workspace.onDidChangeTextDocument(
        ({ document }) => document === window.activeTextEditor?.document && this.update(),
      ),
      workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration("json.schemas") && this.update(),
      ),
    );
    this.update();
  }

  /** @param range in a line that names the schema */
  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (usesExtensionSchema()) {
      return [];
    }
    const line = document.lineAt(range.start.line);
    const title = l10n.t('Use Extension\'s Schema for "$schema" (User Settings)');
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command: commandIds.useExtensionSchema };
    action.diagnostics = diagnostics.filter((one) => one.range.intersection(line.range));
    return [action];
  }

  dispose(): void {
    this.listening.dispose();
    this.item?.dispose();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document && isSchemaNamed(document) && !usesExtensionSchema()) {
      this.item ??= offer();
      this.offerOnce();
    } else {
      this.item?.dispose();
      this.item = undefined;
    }
  }
}

function offer(): vscode.LanguageStatusItem {
  const id = "supermetrics.extensionSchema";
  const item = vscode.languages.createLanguageStatusItem(id, schemaPropertyDocuments);
  item.name = l10n.t("Configuration Schema");
  item.text = l10n.t('VS Code loads "$schema"');
  item.detail = l10n.t("requires a download");
  item.command = {
    title: l10n.t("Use Extension's Schema"),
    command: commandIds.useExtensionSchema,
  };
  return item;
}

const key = "schemaOffer";

/**
 * Offers the extension's schema to somebody whose editor may fail to load the one that a document names. Once,
 * whatever the answer: the language status and the command go on offering it.
 */
export async function suggestExtensionSchema(
  storage: Pick<Storage, "get" | "update">,
  state: SchemaState,
): Promise<void> {
  if (storage.get(key) !== undefined || !isOutOfReach(state)) {
    return;
  }
  await storage.update(key, true);
  const use = l10n.t("Use Extension's Schema");
  const chosen = await vscode.window.showInformationMessage(
    l10n.t(
      'VS Code might not be able to download the schema that "$schema" names. Use the extension\'s schema instead? This adds two entries to your settings.',
    ),
    use,
  );
  if (chosen === use) {
    await vscode.commands.executeCommand(commandIds.useExtensionSchema);
  }
}

/**
 * A browser needs the service's leave to load it; where the extension's own request failed, the editor's may; and
 * downloads may be switched off.
 */
function isOutOfReach(state: SchemaState): boolean {
  const { uiKind, remoteName } = vscode.env;
  const isBrowserOnly = uiKind === vscode.UIKind.Web && remoteName === undefined;
  const isOff = !vscode.workspace.getConfiguration("json").get("schemaDownload.enable", true);
  return isOff || isBrowserOnly || (state.kind === "failed" && state.hasCached);
}
