import { contextKeys } from "../../../manifest";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { PublishStates } from "../publishStates";
import { connectorRefOf, listOpenConfigurations } from "./configurationDocuments";
import { setContext } from "../../../platform/ui/contextKeys";

/** Shows on tabs, and in their toolbars, which configurations wait for a decision. */
export class FileDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly onDidChangeFileDecorations = this.changed.event;
  private readonly registration = vscode.window.registerFileDecorationProvider(this);

  constructor(private readonly states: PublishStates) {
    states.onDidChange(() => this.update());
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const ref = connectorRefOf(uri);
    const kind = ref && this.states.get(ref)?.kind;
    if (kind === "conflict") {
      return {
        badge: "!",
        tooltip: l10n.t("Conflict: changed by someone else"),
        color: new vscode.ThemeColor("list.errorForeground"),
      };
    }
    if (kind === "changedElsewhere") {
      return {
        badge: "↓",
        tooltip: l10n.t("Changed by someone else"),
        color: new vscode.ThemeColor("list.warningForeground"),
      };
    }
    return undefined;
  }

  /** A document was opened or closed: its state may be known already. */
  update(): void {
    const open = listOpenConfigurations();
    const inConflict = open.filter(({ ref }) => this.states.conflict(ref));
    setContext(
      contextKeys.conflicts,
      inConflict.map(({ document }) => document.uri.toString()),
    );
    this.changed.fire(open.map(({ document }) => document.uri));
  }

  dispose(): void {
    this.registration.dispose();
  }
}
