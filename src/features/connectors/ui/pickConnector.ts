import * as l10n from "@vscode/l10n";
import type { Connector } from "../connectorsApi";
import { recentFirst } from "../connectorOrder";
import type { ConnectorStore } from "../connectorStore";
import { pickOne } from "../../../platform/flow/pickOne";
import type { Prompts } from "../../../platform/flow/prompts";

/** Asks for one of the team's connectors; undefined when the person cancels. Throws why they cannot be listed. */
export async function pickConnector(
  store: ConnectorStore,
  prompts: Prompts,
  title: string,
): Promise<Connector | undefined> {
  const connectors = recentFirst(await store.fresh(), store.recent());
  return pickOne(prompts, {
    title,
    placeholder:
      connectors.length > 0 ? l10n.t("Connector") : l10n.t("This team has no connectors"),
    items: connectors.map((connector) => ({
      label: connector.name,
      description: connector.identifier,
      detail: connector.description,
      icon: "plug",
      value: connector,
    })),
  });
}
