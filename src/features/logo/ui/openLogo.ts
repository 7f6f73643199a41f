import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Send } from "../../../platform/http/send";
import { getLogo } from "../logoApi";
import type { ConnectorStore } from "../../connectors/connectorStore";
import { notFoundText } from "../../../platform/words/errorMeaning";
import { logoAddress } from "../../connectors/logoAddress";
import { plainText } from "../../../platform/words/plainText";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import type { Notifier } from "../../../platform/ui/notifier";
import { withCancel } from "../../../platform/ui/progress";

/** What the showing of a logo needs. */
export interface OpenLogoParts {
  readonly send: Send;
  readonly store: ConnectorStore;
  readonly notifier: Notifier;
}

/** Asks which image a connector has now, and opens it in the browser: without the key, it is another host. */
export async function openLogo(parts: OpenLogoParts, target: ConnectorTarget): Promise<void> {
  const { ref, connector } = target;
  const name = plainText(connector.name, 80);
  const again = () => openLogo(parts, target);
  try {
    const logoUrl = await withCancel(l10n.t('Loading the logo of "{0}"…', name), (signal) =>
      getLogo(parts.send, ref, signal),
    );
    rememberLogo(parts.store, target, logoUrl);
    const address = logoAddress(logoUrl);
    if (!address) {
      throw new Error(l10n.t("The logo's URL doesn't start with https:."));
    }
    await vscode.env.openExternal(vscode.Uri.parse(address, true));
  } catch (error) {
    const failed = l10n.t('Couldn\'t open the logo of "{0}".', name);
    const context = { failed, notFound: notFoundText(), right: "cb_logo_read" };
    parts.notifier.failed(error, { context, tryAgain: again, afterSignIn: again, logsOf: ref });
  }
}

/** The list shows it from now on, without asking again. */
export function rememberLogo(
  store: ConnectorStore,
  { ref, connector }: ConnectorTarget,
  logoUrl: string,
): void {
  store.put(ref, { ...(store.find(ref.identifier) ?? connector), logoUrl });
}
