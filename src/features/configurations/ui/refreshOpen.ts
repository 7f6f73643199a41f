import { parseServerTime } from "../../../platform/http/serverTime";
import type { Connector } from "../../connectors/connectorsApi";
import type { Configurations } from "../configurations";
import type { ConnectorStates } from "../publishStates";
import type { ConnectorStore } from "../../connectors/connectorStore";
import type { ConfigurationFileSystem } from "./configurationFileSystem";
import { openConfigurations, openDocument } from "./documents";

export interface FollowListParts {
  readonly store: ConnectorStore;
  readonly configurations: Configurations;
  readonly states: ConnectorStates;
  readonly fileSystem: ConfigurationFileSystem;
}

/**
 * After the connectors were listed: has the editor load anew what is open and was published elsewhere
 * since, and marks what cannot be because it holds an edit.
 */
export function followList({ store, configurations, states, fileSystem }: FollowListParts): void {
  let listedAt: number | undefined;
  store.onDidChange((state) => {
    if (state.isRemembered || state.listedAt === listedAt) {
      return;
    }
    ({ listedAt } = state);
    for (const { ref } of openConfigurations()) {
      const loaded = configurations.loaded(ref)?.connector;
      const listed = store.find(ref.identifier);
      if (loaded && listed && store.isCurrent(ref) && isNewer(listed, loaded)) {
        if (openDocument(ref)?.isDirty) {
          states.set(ref, states.conflict(ref) ?? { kind: "changedElsewhere" });
        } else {
          configurations.expire(ref);
          fileSystem.changed(ref);
        }
      }
    }
  });
}

function isNewer(listed: Connector, loaded: Connector): boolean {
  return (parseServerTime(listed.updatedAt) ?? 0) > (parseServerTime(loaded.updatedAt) ?? 0);
}
