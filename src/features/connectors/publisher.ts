import { isRefusal } from "../../platform/http/errors";
import type { Send } from "../../platform/http/send";
import { runIsolated } from "../../platform/runIsolated";
import { configurationKey, type ConfigurationRef } from "../../platform/connectorRef";
import type { ConnectorStates } from "../configurations/publishStates";
import type { ConnectorStore } from "./connectorStore";
import { KeyedQueue } from "../../platform/keyedQueue";
import { publish, type Change, type Publication } from "./publication";
import type { Versions } from "../configurations/versions";
import type { WriteRight } from "./writeAccess";

export interface PublisherParts {
  readonly send: Send;
  readonly store: Pick<ConnectorStore, "put">;
  readonly states: Pick<ConnectorStates, "get" | "set">;
  readonly versions: Pick<Versions, "note">;
  readonly right: WriteRight;
}

/** Publishes, one change of a connector after the other, and tells everybody what came of it. */
export class Publisher {
  private readonly queue = new KeyedQueue();

  constructor(private readonly parts: PublisherParts) {}

  /** Waits for what is being published of the same connector. Does not reject. */
  publish(ref: ConfigurationRef, change: Change): Promise<Publication> {
    return this.queue.run(configurationKey(ref), () => this.publishNow(ref, change));
  }

  private async publishNow(ref: ConfigurationRef, change: Change): Promise<Publication> {
    const { states } = this.parts;
    const stateBefore = states.get(ref);
    states.set(ref, { kind: "publishing" });
    let publication: Publication;
    try {
      publication = await publish(this.parts.send, ref, change);
    } catch (error) {
      publication = { kind: "refused", error, step: "read" };
    }
    states.set(ref, stateBefore);
    // What the service did is the outcome, whatever becomes of telling it.
    runIsolated(() => this.note(ref, change, publication));
    return publication;
  }

  private note(ref: ConfigurationRef, change: Change, publication: Publication): void {
    const { store, states, versions, right } = this.parts;
    switch (publication.kind) {
      case "published":
        store.put(ref, publication.stored.connector);
        right.granted();
        if (change.configuration) {
          void versions.note(ref, publication.before, "elsewhere");
          void versions.note(ref, publication.stored, "here");
        }
        if (change.configuration || !states.get(ref)) {
          states.set(ref, { kind: "published" });
        }
        return;
      case "unchanged":
        store.put(ref, publication.stored.connector);
        return;
      case "conflict":
        void versions.note(ref, publication.theirs, "elsewhere");
        return;
      case "refused":
        if (publication.step === "write" && isForbidden(publication.error)) {
          right.denied();
        }
        return;
      case "unknown":
    }
  }
}

function isForbidden(error: unknown): boolean {
  return isRefusal(error, 403);
}
