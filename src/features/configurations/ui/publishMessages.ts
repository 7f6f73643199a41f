import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { notFoundText } from "../../../platform/words/errorMeaning";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { plainText } from "../../../platform/words/plainText";
import type { Publication } from "../../connectors/publication";
import { settingIds } from "../../../manifest";
import type { Notifier } from "../../../platform/ui/notifier";
import { closedOvertakenText, type Author } from "../authors";
import type { TextProblem } from "../textProblem";
import { goToProblem, revealPlace } from "./documentText";
import type { RefusalDiagnostics } from "./refusalDiagnostics";
import { showDiff, type VersionDocuments } from "./versionDocuments";

/** What the messages about a publish need. */
export interface PublishMessageParts {
  readonly notifier: Notifier;
  readonly diagnostics: RefusalDiagnostics;
  readonly documents: VersionDocuments;
}

/** What was published, or not. */
export interface PublishedDocument {
  readonly ref: ConnectorRef;
  readonly uri: vscode.Uri;
  /** What was sent. */
  readonly text: string;
  /** The connector's, fit for a notification. */
  readonly name: string;
  readonly tryAgain: () => unknown;
}

/** Says how a publication of a document ended. */
export class PublishMessages {
  constructor(private readonly parts: PublishMessageParts) {}

  /** Says that it was published, or that there was nothing to publish. */
  done(
    document: PublishedDocument,
    publication: Extract<Publication, { kind: "published" | "unchanged" }>,
  ): void {
    const { uri, name } = document;
    this.parts.diagnostics.clear(uri);
    const message =
      publication.kind === "published"
        ? l10n.t("Published {0}", name)
        : l10n.t("This version of {0} is already published.", name);
    vscode.window.setStatusBarMessage(message, 5000);
    if (publication.kind === "published" && publication.isRewritten) {
      void this.rewritten(document, publication.stored.text);
    }
  }

  /**
   * The text can't be a configuration: shows where, too.
   * @returns the short form, for the editor's own message
   */
  async invalid(uri: vscode.Uri, problem: TextProblem): Promise<string> {
    const where = await revealPlace(uri, problem.offset);
    const message = l10n.t(
      "Your changes weren't published because the configuration isn't valid. {0}: {1}",
      where,
      problem.text,
    );
    this.parts.notifier.ask("error", message, [goToProblem(uri, problem)]);
    return l10n.t("Your changes weren't published.");
  }

  /** @returns the short form, for the editor's own message */
  refused({ ref, uri, text, name, tryAgain }: PublishedDocument, error: unknown): string {
    this.parts.diagnostics.show(uri, text, error);
    this.parts.notifier.failed(error, {
      context: {
        failed: l10n.t('Couldn\'t publish "{0}".', name),
        notFound: notFoundText(),
        right: "cb_connectors_write",
      },
      tryAgain,
      afterSignIn: tryAgain,
      logsOf: ref,
    });
    return l10n.t("Your changes weren't published.");
  }

  /** @returns the short form, for the editor's own message */
  unknown(
    { ref, name, tryAgain }: PublishedDocument,
    { error, wasAccepted }: Extract<Publication, { kind: "unknown" }>,
  ): string {
    const failed = wasAccepted
      ? l10n.t('Published "{0}", but couldn\'t read the published version.', name)
      : l10n.t('Couldn\'t confirm that "{0}" was published.', name);
    this.parts.notifier.failed(error, { context: { failed }, tryAgain, logsOf: ref });
    return failed;
  }

  /**
   * It belongs to another team than the one that is signed in to.
   * @returns the short form, for the editor's own message
   */
  otherTeam({ name }: PublishedDocument, teamName: string, switchTeam: () => unknown): string {
    const team = plainText(teamName, 60);
    const text = l10n.t(
      '"{0}" belongs to team {1}. Switch to that team to publish your changes.',
      name,
      team,
    );
    const choice = { label: l10n.t("Switch to {0}", team), run: switchTeam };
    this.parts.notifier.ask("warning", text, [choice]);
    return l10n.t("Your changes weren't published.");
  }

  /**
   * It belongs to another service than the one of the settings.
   * @returns the short form, for the editor's own message
   */
  otherService({ ref, name }: PublishedDocument): string {
    const text = l10n.t(
      '"{0}" belongs to {1}. To publish your changes, enter this address in the setting {2}.',
      name,
      ref.origin,
      settingIds.apiBaseUrl,
    );
    const openSetting = {
      label: l10n.t("Open Setting"),
      run: () =>
        vscode.commands.executeCommand("workbench.action.openSettings", settingIds.apiBaseUrl),
    };
    this.parts.notifier.ask("warning", text, [openSetting]);
    return l10n.t("Your changes weren't published.");
  }

  /**
   * Another version was published, and the tab with the edit was closed before that was known.
   * @returns the short form, for the editor's own message
   */
  overtaken({ name }: PublishedDocument, by: Author): string {
    const text = closedOvertakenText(name, by);
    this.parts.notifier.show({ severity: "warning", text, steps: [] }, []);
    return l10n.t("Your changes weren't published.");
  }

  /**
   * Two tabs, restored under an older and a newer name of the connector, hold different edits.
   * @returns the short form, for the editor's own message
   */
  editedTwice(name: string, uri: vscode.Uri, other: vscode.Uri): string {
    const text = l10n.t(
      '"{0}" is open in two tabs with different changes, so nothing was published. Copy what you need into one tab and revert the other.',
      name,
    );
    const title = l10n.t("{0}: other tab ↔ this tab", name);
    const compare = { label: l10n.t("Compare"), run: () => showDiff(other, uri, title) };
    this.parts.notifier.show({ severity: "warning", text, steps: [] }, [compare]);
    return l10n.t("Your changes weren't published.");
  }

  /** What the person sees stays as it was typed; how the service stores it is a click away. */
  private async rewritten({ ref, name, text }: PublishedDocument, stored: string): Promise<void> {
    const message = l10n.t(
      'Published "{0}". Supermetrics changed its form, such as the order of keys or how numbers are written.',
      name,
    );
    const showDifference = l10n.t("Show Difference");
    if ((await vscode.window.showInformationMessage(message, showDifference)) === showDifference) {
      const { documents } = this.parts;
      const title = l10n.t("{0}: sent ↔ stored", name);
      await showDiff(documents.uri(ref, name, text), documents.uri(ref, name, stored), title);
    }
  }
}
