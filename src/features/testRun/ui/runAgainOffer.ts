import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { plainText } from "../../../platform/words/plainText";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";

/** As long a person may take to see that something was published. Milliseconds. */
const shownFor = 30_000;

/** Offers a test run after a publish, in the status bar, where the publish is reported. */
export class RunAgainOffer implements vscode.Disposable {
  private item: vscode.StatusBarItem | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Takes the place of an earlier offer. */
  show({ ref, connector }: ConnectorTarget): void {
    this.hide();
    // Right of what the editor's own items say, where messages are.
    this.item = vscode.window.createStatusBarItem(
      vscode.StatusBarAlignment.Left,
      Number.MIN_SAFE_INTEGER,
    );
    this.item.name = l10n.t("Run Again after Publishing");
    this.item.text = `$(beaker) ${l10n.t("Run Again")}`;
    const name = plainText(connector.name, 80);
    this.item.tooltip = l10n.t('Run the last test of "{0}" again', name);
    this.item.accessibilityInformation = { label: this.item.tooltip, role: "button" };
    this.item.command = {
      title: l10n.t("Run Again"),
      command: commandIds.testConnector,
      arguments: [{ again: ref }],
    };
    this.item.show();
    this.timer = setTimeout(() => this.hide(), shownFor);
  }

  /** Takes the offer back. */
  hide(): void {
    clearTimeout(this.timer);
    this.item?.dispose();
    this.item = undefined;
  }

  dispose(): void {
    this.hide();
  }
}
