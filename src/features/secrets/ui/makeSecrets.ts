import type { SecretFeatureParts } from ".";
import { openDocument } from "../../configurations/ui/configurationDocuments";
import { SecretStore } from "../secretStore";
import { DocumentSecrets } from "./documentSecrets";
import { secretHandlers } from "./secretCommands";
import { SecretSection } from "./secretNodes";

/** What there is of secrets once they are loaded. */
export type MadeSecrets = ReturnType<typeof makeSecrets>;

/** Puts the feature together. */
export function makeSecrets(parts: SecretFeatureParts) {
  const { checks, prompts, notifier } = parts;
  const { send } = parts.account;
  const { targets, view } = parts.connectors;
  const secrets = new SecretStore(send);
  const section = new SecretSection(secrets);
  return {
    secrets,
    section,
    ofDocuments: new DocumentSecrets(secrets, targets),
    handlers: async () => {
      const { configurations, sync } = await parts.configurations.load();
      return secretHandlers({
        send,
        secrets,
        checks,
        targets,
        prompts,
        notifier,
        configurationText: async (ref) =>
          openDocument(ref)?.getText() ??
          configurations.load(ref).then(
            ({ published }) => published,
            () => undefined, // it only says which secrets it uses
          ),
        reloadConfiguration: (ref) => sync.reload(ref),
        reveal: ({ ref, connector }, secret) =>
          view.revealNode(section.node(ref, connector, secret)),
      });
    },
  };
}
