import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { configurationScheme } from "../../../manifest";
import { plainText } from "../../../platform/words/plainText";
import type { BuiltRequest } from "../buildRequest";
import type { TestValueStore } from "../testValueStore";
import type { PreviewedConfiguration } from "./previewedConfiguration";

/**
 * Asks before a connector's first request to a host: what is sent there, by name. In Restricted Mode, for a file of
 * the workspace, before each.
 * @param untilForgotten aborted when what the person agreed to is forgotten
 * @returns whether the request may be sent
 */
export async function confirmHost(
  store: TestValueStore,
  { document, key, owner }: PreviewedConfiguration,
  { origin = "", masked, credentials }: BuiltRequest,
  untilForgotten: AbortSignal,
): Promise<boolean> {
  const isRestricted = !vscode.workspace.isTrusted && document.uri.scheme !== configurationScheme;
  if (store.isConfirmed(key, origin) && !isRestricted) {
    return true;
  }
  const send = l10n.t("Send Request");
  const details = [
    ...(isRestricted
      ? [
          l10n.t(
            "You don't trust this workspace. Whoever wrote the file chose where the request goes.",
          ),
        ]
      : []),
    l10n.t(
      '"{0}" sends a {1} request to {2}.',
      plainText(owner, 100),
      masked.method,
      plainText(origin, 200),
    ),
    credentials.length > 0
      ? l10n.t(
          "Sent with the request: {0}.",
          credentials.map((name) => plainText(name, 100)).join(", "),
        )
      : l10n.t("No credentials are sent."),
    l10n.t("Nothing is sent to Supermetrics."),
  ];
  const trust = l10n.t("Manage Trust…");
  const chosen = await vscode.window.showWarningMessage(
    l10n.t("Send a request to {0}?", plainText(new URL(origin).host, 200)),
    { modal: true, detail: details.join("\n\n") },
    send,
    ...(isRestricted ? [trust] : []),
  );
  if (chosen === trust) {
    await vscode.commands.executeCommand("workbench.trust.manage");
  }
  if (chosen !== send || untilForgotten.aborted) {
    return false;
  }
  await store.confirm(key, origin);
  return true;
}
