import * as vscode from "vscode";
import type { CheckContext } from "../runChecks";
import type { PlacedFinding } from "../checkText";
import { settingIds } from "../../../manifest";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import type { Event } from "../../../platform/event";
import { lazy } from "../../../platform/lazy";

/** What a feature knows of configurations that the checks can use. */
export interface CheckContribution {
  /** What `contextOf` gives may be another now. */
  readonly onDidChange: Event<unknown>;
  /** What is known of a document. No request. */
  readonly contextOf: (uri: vscode.Uri) => CheckContext;
  /** Asks again for what is known of a document; says why it could not be had. */
  readonly refresh?: (uri: vscode.Uri) => Promise<string | undefined>;
}

/** Nobody reads while they type. Milliseconds. */
const typingPause = 400;

const load = lazy(() => import("./documentFindings"));

/** What the checks say, in the Problems view and under the text. */
export class CheckDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection("supermetrics.checks");
  private readonly found = new Map<string, readonly PlacedFinding[]>();
  /** Of these what the editor's JSON support doesn't report as well. */
  private readonly shown = new Map<string, readonly PlacedFinding[]>();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly contributions: CheckContribution[] = [];
  private readonly listening: vscode.Disposable;

  constructor() {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) =>
        this.schedule(document, typingPause),
      ),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.othersChanged(uris)),
      vscode.workspace.onDidChangeConfiguration(
        (event) =>
          (event.affectsConfiguration(settingIds.checksEnabled) ||
            event.affectsConfiguration(settingIds.checksLevels)) &&
          this.updateAll(),
      ),
    );
    this.updateAll();
  }

  /** Has the checks use what another feature knows. */
  contribute(contribution: CheckContribution): void {
    this.contributions.push(contribution);
    contribution.onDidChange(() => this.updateAll());
  }

  /**
   * Has the features that contribute ask again for what they know of a document.
   * @returns why some of it is not known, worded for the person
   */
  async refresh(uri: vscode.Uri): Promise<readonly string[]> {
    const refreshed = await Promise.all(
      this.contributions.map(async (one) => await one.refresh?.(uri)),
    );
    return refreshed.flatMap((words) => words ?? []);
  }

  /** What features that contribute know of a document. No request. */
  contextOf(uri: vscode.Uri): CheckContext {
    return Object.assign({}, ...this.contributions.map((one) => one.contextOf(uri)));
  }

  /** Checks all open documents again, e.g. because the secrets are known now. */
  updateAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.schedule(document, 0));
  }

  /**
   * Checks a document now; gives what was found, the gravest first. Nothing where checks are switched off.
   * Throws `LoadError`.
   */
  async update(document: vscode.TextDocument): Promise<readonly PlacedFinding[]> {
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    const code = await load();
    if (document.isClosed) {
      return [];
    }
    const findings = code.findingsIn(document, this.contextOf(document.uri));
    // What is being typed is not JSON at times: what was said before stays until it is again.
    if (findings) {
      this.found.set(key, findings);
      this.shown.delete(key);
      this.show(document, code);
    }
    return this.found.get(key) ?? [];
  }

  /** The editor's JSON support may report now what is reported here, or no longer. */
  private async othersChanged(uris: readonly vscode.Uri[]): Promise<void> {
    const changed = new Set(uris.map(String).filter((uri) => this.found.has(uri)));
    if (changed.size === 0) {
      return;
    }
    const code = await load(); // it is there: something was found
    for (const document of vscode.workspace.textDocuments) {
      if (changed.has(document.uri.toString())) {
        this.show(document, code);
      }
    }
  }

  private show(
    document: vscode.TextDocument,
    { shownOf, diagnosticOf }: Awaited<ReturnType<typeof load>>,
  ): void {
    const key = document.uri.toString();
    const findings = shownOf(document, this.found.get(key) ?? []);
    const before = this.shown.get(key);
    if (before?.length === findings.length && findings.every((one, i) => one === before[i])) {
      return; // this is told of the collection's own changes, too
    }
    this.shown.set(key, findings);
    this.collection.set(
      document.uri,
      findings.map((finding) => diagnosticOf(document, finding)),
    );
  }

  /** What was found last in a document. */
  findingsOf(document: vscode.TextDocument): readonly PlacedFinding[] {
    return this.found.get(document.uri.toString()) ?? [];
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.listening.dispose();
    this.collection.dispose();
  }

  private schedule(document: vscode.TextDocument, delay: number): void {
    const key = document.uri.toString();
    const { languages, workspace } = vscode;
    // In what nobody can write, e.g. the committed side of a comparison, the same findings would stand again.
    const isWritable = workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
    if (isWritable && languages.match(configurationDocuments, document) > 0) {
      clearTimeout(this.waiting.get(key));
      this.waiting.set(
        key,
        setTimeout(() => {
          if (!document.isClosed) {
            this.update(document).catch(() => undefined); // where they cannot be loaded, the next change tries again
          }
        }, delay),
      );
    }
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.waiting.get(uri.toString()));
    this.waiting.delete(uri.toString());
    this.found.delete(uri.toString());
    this.shown.delete(uri.toString());
    this.collection.delete(uri);
  }
}
