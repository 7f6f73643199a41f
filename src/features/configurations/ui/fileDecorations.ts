import { contextKeys } from "../../../manifest";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { changedBy } from "../authors";
import type { PublishStates } from "../publishStates";
import { connectorRefOf, listOpenConfigurations } from "./configurationDocuments";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { plainText } from "../../../platform/words/plainText";
import type { EditAccess } from "../editAccess";
import { setContext } from "../../../platform/ui/contextKeys";

/** Shows on tabs, and in their toolbars, which configurations wait for a decision. */
export class FileDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly onDidChangeFileDecorations = this.changed.event;
  private readonly registration = vscode.window.registerFileDecorationProvider(this);

  constructor(
    private readonly parts: {
      readonly states: PublishStates;
      readonly accessTo: (ref: ConnectorRef) => EditAccess;
      readonly teamName: (ref: ConnectorRef) => string;
    },
  ) {
    parts.states.onDidChange(() => this.update());
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const ref = connectorRefOf(uri);
    if (ref && this.isOfOtherTeam(ref)) {
      const team = plainText(this.parts.teamName(ref), 60);
      return { badge: "⇄", tooltip: l10n.t("Belongs to team {0}", team) };
    }
    const state = ref && this.parts.states.get(ref);
    if (state?.kind === "conflict") {
      return {
        badge: "!",
        tooltip: l10n.t("Conflict: {0}", changedBy(state.by)),
        color: new vscode.ThemeColor("list.errorForeground"),
      };
    }
    if (state?.kind === "changedElsewhere") {
      return {
        badge: "↓",
        tooltip: l10n.t("Published version: {0}", changedBy(state.by)),
        color: new vscode.ThemeColor("list.warningForeground"),
      };
    }
    return undefined;
  }

  /** A document was opened or closed: its state may be known already. */
  update(): void {
    const open = listOpenConfigurations();
    const urisWhere = (isOne: (ref: ConnectorRef) => boolean) =>
      open.flatMap(({ ref, document }) => (isOne(ref) ? document.uri.toString() : []));
    setContext(
      contextKeys.conflicts,
      urisWhere((ref) => this.parts.states.conflict(ref) !== undefined),
    );
    setContext(
      contextKeys.otherTeam,
      urisWhere((ref) => this.isOfOtherTeam(ref)),
    );
    this.changed.fire(open.map(({ document }) => document.uri));
  }

  private isOfOtherTeam(ref: ConnectorRef): boolean {
    const access = this.parts.accessTo(ref);
    return access.kind !== "writable" && access.problem === "otherTeam";
  }

  dispose(): void {
    this.registration.dispose();
  }
}
