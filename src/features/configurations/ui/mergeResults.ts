import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { MergeCompletion, type MergeEnd } from "../mergeCompletion";
import type { VersionId } from "../../../platform/json/tokens";
import {
  commandIds,
  configurationLanguage,
  configurationScheme,
  mergeScheme,
} from "../../../manifest";
import { touch } from "../../../platform/ui/documentEdits";
import { FlatFileSystem } from "../../../platform/ui/flatFileSystem";
import type { Notifier } from "../../../platform/ui/notifier";
import type { ManualSaves } from "./manualSaves";

interface Merge {
  readonly of: vscode.Uri;
  /** The connector's or the file's, for the person. */
  readonly name: string;
  readonly completed: (text: string) => Promise<void>;
  readonly completion: MergeCompletion;
  bytes: Uint8Array;
  mtime: number;
}

/** What a merge is about. */
export interface NewMerge {
  /** The document that is merged. */
  readonly of: vscode.Uri;
  /** Both sides: where their merge is open already, that one goes on. */
  readonly theirs: VersionId;
  readonly yours: VersionId;
  readonly name: string;
  /** What the merge editor begins from. */
  readonly text: string;
  /** Whether conflicts are left in a result that nobody has decided; undefined where there is no telling. */
  readonly isUnresolved?: (result: string) => boolean;
  /** Gets the text that the person has settled on. */
  readonly completed: (text: string) => Promise<void>;
}

/** So soon the merge editor closes after the save of a merge that is completed. Milliseconds. */
const closingTime = 1000;

/** So long the editor may take to read a result anew. Milliseconds. */
const readingTime = 2000;

/** Time of a result that is restored: the editor may hold a newer text, and must not find it overtaken. */
const restoredAt = 1;

/**
 * Where the merge editor puts its result. Not into the document itself: until the person has completed the
 * merge, that must stay what it was, and must not count as put together with theirs.
 */
export class MergeResults extends FlatFileSystem implements vscode.Disposable {
  private readonly merges = new Map<string, Merge>();
  /** What was saved of merges with conflicts in it, by the result's URI: the person may go on from there. */
  private readonly unresolved = new Map<string, string>();
  private readonly listening = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    const results = closed.flatMap((tab) => resultOf(tab) ?? []);
    results.filter((uri) => !isOpen(uri)).forEach((uri) => this.closed(uri));
  });

  constructor(
    private readonly parts: {
      readonly saves: Pick<ManualSaves, "take">;
      readonly notifier: Pick<Notifier, "failed" | "ask">;
      /** What was open before the window was reloaded; throws, in words for the person, where it is gone. */
      readonly restore: (result: vscode.Uri) => Promise<NewMerge>;
    },
  ) {
    super();
  }

  /**
   * Begins a merge, or goes on with the one that is open.
   * @returns where the merge editor is to put the result
   */
  async start(begin: NewMerge): Promise<vscode.Uri> {
    const { of, theirs, yours } = begin;
    const uri = of.with({ scheme: mergeScheme, query: [of.scheme, theirs, yours].join(" ") });
    if (!isOpen(uri)) {
      const text = this.unresolved.get(uri.toString()) ?? begin.text;
      const merge = mergeFrom({ ...begin, text }, Date.now());
      this.merges.set(uri.toString(), merge);
      this.fireChanged(uri);
      // The merge editor edits the result at once, and the editor decides then whether it saves that by itself.
      const document = await vscode.workspace.openTextDocument(uri);
      await untilRead(document, new TextDecoder().decode(merge.bytes));
      await vscode.languages.setTextDocumentLanguage(document, configurationLanguage);
    }
    return uri;
  }

  /** Completes the merge of the active tab; for a command. */
  async complete(): Promise<void> {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    const uri = tab && resultOf(tab);
    const completion = uri && this.merges.get(uri.toString())?.completion;
    completion?.completing(true);
    try {
      await vscode.commands.executeCommand("mergeEditor.acceptMerge");
    } finally {
      // The editor's tabs are told a moment later.
      setTimeout(() => completion?.completing(false), closingTime);
    }
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, mtime } = await this.require(uri);
    return { type: vscode.FileType.File, ctime: mtime, mtime, size: bytes.byteLength };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.require(uri)).bytes;
  }

  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const merge = await this.require(uri);
    merge.bytes = bytes;
    merge.mtime = Math.max(Date.now(), merge.mtime + 1);
    const byPerson = this.parts.saves.take(uri) === vscode.TextDocumentSaveReason.Manual;
    merge.completion.saved(new TextDecoder().decode(bytes), byPerson);
    if (byPerson) {
      const { mtime } = merge;
      setTimeout(() => void this.keepOpen(uri, mtime), closingTime);
    }
  }

  dispose(): void {
    this.listening.dispose();
  }

  /**
   * The merge goes on after a save, which was of a draft. The result becomes an edit again: the editor would
   * have nothing to save when the person completes the merge, and nothing would tell that from giving it up.
   */
  private async keepOpen(uri: vscode.Uri, savedAt: number): Promise<void> {
    const merge = this.merges.get(uri.toString());
    const document = vscode.workspace.textDocuments.find(
      (one) => one.uri.toString() === uri.toString(),
    );
    if (merge?.mtime !== savedAt || !isOpen(uri)) {
      return;
    }
    merge.completion.goesOn();
    if (document && !document.isDirty && !(await touch(document))) {
      const words = l10n.t(
        'The merge of "{0}" is saved, but not completed. Go on in its tab, and select Complete Merge.',
        merge.name,
      );
      this.parts.notifier.ask("information", words, []);
    }
  }

  private closed(uri: vscode.Uri): void {
    const merge = this.merges.get(uri.toString());
    if (merge) {
      this.merges.delete(uri.toString());
      void this.end(uri, merge, merge.completion.closed());
    }
  }

  /** Does not reject. What was put together is offered until it has been taken over. */
  private async end(uri: vscode.Uri, { of, name, completed }: Merge, end: MergeEnd): Promise<void> {
    const use = l10n.t("Use Merge Result");
    const complete = async (text: string): Promise<void> => {
      try {
        await completed(text);
      } catch (error) {
        this.parts.notifier.failed(error);
        const message = l10n.t('The merge result of "{0}" wasn\'t applied.', name);
        this.parts.notifier.ask("warning", message, [{ label: use, run: () => complete(text) }]);
      }
    };
    this.unresolved.delete(uri.toString());
    if (end.kind === "unresolved") {
      this.unresolved.set(uri.toString(), end.text);
      const message = l10n.t(
        'The merge of "{0}" still has conflicts. Your changes are as they were before the merge.',
        name,
      );
      const isDocument = of.scheme === configurationScheme;
      const command = isDocument ? commandIds.mergeConflict : commandIds.publishFile;
      const run = () => vscode.commands.executeCommand(command, of);
      this.parts.notifier.ask("warning", message, [
        { label: l10n.t("Merge Again"), run },
        { label: use, run: () => complete(end.text) },
      ]);
    } else if (end.kind === "completed") {
      await complete(end.text);
    } else if (end.kind === "interrupted") {
      const message = l10n.t('The merge of "{0}" was closed before you completed it.', name);
      if ((await vscode.window.showInformationMessage(message, use)) === use) {
        await complete(end.text);
      }
    }
  }

  private async require(uri: vscode.Uri): Promise<Merge> {
    const key = uri.toString();
    const known = this.merges.get(key);
    if (known) {
      return known;
    }
    const restored = mergeFrom(await this.parts.restore(uri), restoredAt);
    const merge = this.merges.get(key) ?? restored; // the editor asks for times and content at once
    this.merges.set(key, merge);
    return merge;
  }
}

function mergeFrom({ of, name, text, completed, isUnresolved }: NewMerge, mtime: number): Merge {
  const bytes = new TextEncoder().encode(text);
  return { of, name, completed, completion: new MergeCompletion(isUnresolved), bytes, mtime };
}

/**
 * Waits until a document that the editor has kept from an earlier merge of the same sides has the new text: a merge
 * editor that is opened before it is read anew can't complete the merge.
 */
async function untilRead(document: vscode.TextDocument, text: string): Promise<void> {
  const wanted = linesOf(text);
  const isRead = () => linesOf(document.getText()) === wanted;
  if (!isRead()) {
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        listening.dispose();
        resolve();
      };
      const timer = setTimeout(end, readingTime);
      const listening = vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === document && isRead()) {
          end();
        }
      });
    });
  }
}

/** A document has only one kind of line ends, whatever its text had. */
function linesOf(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

/** What a merge is about, from where its result is put. */
export function mergeOf(result: vscode.Uri): Pick<NewMerge, "of" | "theirs" | "yours"> {
  const [scheme = "", theirs = "", yours = ""] = result.query.split(" ");
  return { of: result.with({ scheme, query: "" }), theirs, yours };
}

/** Where a tab's merge editor puts its result. The editor's types do not name such tabs yet. */
function resultOf({ input }: vscode.Tab): vscode.Uri | undefined {
  const isMerge = typeof input === "object" && input !== null && "result" in input;
  return isMerge && input.result instanceof vscode.Uri && input.result.scheme === mergeScheme
    ? input.result
    : undefined;
}

function isOpen(result: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some((tab) => resultOf(tab)?.toString() === result.toString()),
  );
}
