import { deleteConnector, type Connector } from "./connectorsApi";
import { isRefusal, mayHaveTakenEffect } from "../../platform/http/errors";
import type { Send } from "../../platform/http/send";
import type { ConnectorRef } from "../../platform/connectorRef";
import type { ConnectorStore } from "./connectorStore";
import type { DeletedConnector, DeletedConnectors } from "./deletedConnectors";
import { readStored, withDescription } from "./publication";

/** What a deletion needs. */
export interface DeletionParts {
  readonly send: Send;
  readonly store: Pick<ConnectorStore, "remove">;
  readonly deleted: Pick<DeletedConnectors, "add" | "remove">;
}

/**
 * Deletes a connector, after its configuration was kept on this computer: the service knows no way back.
 * A delete whose answer is lost is resolved by reading. Throws why the connector is not deleted, or why
 * that cannot be found out.
 * @param known the connector as the person sees it, for what the service doesn't tell now
 * @returns what is kept of it
 */
export async function archiveAndDelete(
  { send, store, deleted }: DeletionParts,
  ref: ConnectorRef,
  known: Connector,
): Promise<DeletedConnector> {
  const read = await readStored(send, ref);
  // The list isn't needed for a delete: without it the name is what the person sees.
  const stored = await withDescription(send, ref, read).catch(() => read);
  const kept = {
    identifier: ref.identifier,
    name: stored.name || known.name,
    description: stored.description ?? known.description ?? "",
    deletedAt: Date.now(),
    configuration: stored.text,
  };
  await deleted.add(ref, kept);
  try {
    await deleteConnector(send, ref);
  } catch (error) {
    const state = isMissing(error) ? "gone" : await stateAfter(error, send, ref);
    if (state === "there") {
      await deleted.remove(ref, kept).catch(() => undefined); // nothing is to be restored
    }
    if (state !== "gone") {
      throw error;
    }
  }
  store.remove(ref, ref.identifier);
  return kept;
}

/** What has become of a connector whose delete ended with an error. */
async function stateAfter(
  error: unknown,
  send: Send,
  ref: ConnectorRef,
): Promise<"there" | "gone" | "unknown"> {
  if (!mayHaveTakenEffect(error)) {
    return "there";
  }
  try {
    await readStored(send, ref);
    return "there";
  } catch (problem) {
    return isMissing(problem) ? "gone" : "unknown";
  }
}

function isMissing(error: unknown): boolean {
  return isRefusal(error, 404);
}
