import { isRefusal } from "../../platform/http/errors";
import type { Send } from "../../platform/http/send";
import { runIsolated } from "../../platform/runIsolated";
import { connectorKey, type ConnectorRef } from "../../platform/connectorRef";
import { Emitter } from "../../platform/event";
import type { ConnectorStore } from "./connectorStore";
import { KeyedQueue } from "../../platform/keyedQueue";
import type { Change, Publication } from "./publication";
import type { WriteAccess } from "./writeAccess";

/** What publishing needs. */
export interface PublisherParts {
  readonly send: Send;
  readonly store: Pick<ConnectorStore, "put">;
  readonly writeAccess: WriteAccess;
}

/** A change of a connector, and what came of it. */
export interface Published {
  readonly ref: ConnectorRef;
  readonly change: Change;
  readonly publication: Publication;
}

/** Publishes, one change of a connector after the other, and tells everybody what came of it. */
export class Publisher {
  private readonly started = new Emitter<Pick<Published, "ref" | "change">>();
  private readonly ended = new Emitter<Published>();
  /** A change is being published from now on. */
  readonly onWillPublish = this.started.event;
  /** Before the promise of the change is resolved. */
  readonly onDidPublish = this.ended.event;
  private readonly queue = new KeyedQueue();

  constructor(private readonly parts: PublisherParts) {}

  /** Waits for what is being published of the same connector. Does not reject. */
  publish(ref: ConnectorRef, change: Change): Promise<Publication> {
    return this.queue.run(connectorKey(ref), () => this.publishNow(ref, change));
  }

  private async publishNow(ref: ConnectorRef, change: Change): Promise<Publication> {
    this.started.fire({ ref, change });
    let publication: Publication;
    try {
      const { publish } = await import("./publication");
      publication = await publish(this.parts.send, ref, change);
    } catch (error) {
      publication = { kind: "refused", error, step: "read" };
    }
    // What the service did is the outcome, whatever becomes of telling it.
    runIsolated(() => this.note(ref, publication));
    this.ended.fire({ ref, change, publication });
    return publication;
  }

  private note(ref: ConnectorRef, publication: Publication): void {
    const { store, writeAccess } = this.parts;
    if (publication.kind === "published" || publication.kind === "unchanged") {
      store.put(ref, publication.stored.connector);
    }
    if (publication.kind === "published") {
      writeAccess.granted();
    } else if (
      publication.kind === "refused" &&
      publication.step === "write" &&
      isForbidden(publication.error)
    ) {
      writeAccess.denied();
    }
  }
}

function isForbidden(error: unknown): boolean {
  return isRefusal(error, 403);
}
