import type { ConnectorRef } from "../../../src/platform/connectorRef";
import { publish, type Change } from "../../../src/features/connectors/publication";
import { useService } from "./client";

/** The sandbox with one connector of a test's own, and what is published into it. */
export function usePublishing(identifier = "OWN01") {
  const service = useService();
  const ref = (): ConnectorRef => ({ ...service.account(), identifier });
  return {
    ...service,
    ref,
    /** Puts a connector there with this configuration. */
    there: (configurationText: string, more: { description?: string | null } = {}) =>
      service
        .control()
        .addConnector(ref().teamId, { identifier, name: "Own", configurationText, ...more }),
    stored: () => service.control().connector(ref().teamId, identifier),
    publish: (change: Change) => publish(service.sendWith(), ref(), change),
    /** Publishes a configuration that began as another one. */
    publishText: (text: string, began: string) =>
      publish(service.sendWith(), ref(), { configuration: { text, base: { text: began } } }),
    /** A colleague publishes this when the next PUT comes: just before it is carried out, or after. */
    colleague: (when: "before" | "after", configurationText: string) =>
      service.control().fault({
        method: "PUT",
        colleague: { when, team: ref().teamId, identifier, change: { configurationText } },
      }),
    methods: async () => (await service.control().requests()).map(({ method }) => method),
    lastBody: async () =>
      (await service.control().requests()).findLast(({ method }) => method === "PUT")?.body,
  };
}
