import { deleteConnector } from "./connectorsApi";
import { isRefusal, mayHaveTakenEffect } from "../../platform/http/errors";
import type { Send } from "../../platform/http/send";
import type { ConnectorRef } from "../../platform/connectorRef";
import type { ConnectorStore } from "./connectorStore";
import type { DeletedConnector, DeletedConnectors } from "./deletedConnectors";
import { readStored } from "./publication";

export interface DeletionParts {
  readonly send: Send;
  readonly store: Pick<ConnectorStore, "remove">;
  readonly deleted: Pick<DeletedConnectors, "add">;
}

/**
 * Deletes a connector, after its configuration was kept on this computer: the service knows no way back.
 * A delete whose answer is lost is resolved by reading. Throws why the connector is not deleted, or why
 * that cannot be found out.
 * @returns what is kept of it
 */
export async function archiveAndDelete(
  { send, store, deleted }: DeletionParts,
  ref: ConnectorRef,
): Promise<DeletedConnector> {
  const { connector, name, text } = await readStored(send, ref);
  const kept = {
    identifier: ref.identifier,
    name: name ?? connector.name,
    description: connector.description ?? "",
    deletedAt: Date.now(),
    configuration: text,
  };
  await deleted.add(ref, kept);
  try {
    await deleteConnector(send, ref);
  } catch (error) {
    if (!isMissing(error) && !(mayHaveTakenEffect(error) && (await isGone(send, ref)))) {
      throw error;
    }
  }
  store.remove(ref, ref.identifier);
  return kept;
}

async function isGone(send: Send, ref: ConnectorRef): Promise<boolean> {
  try {
    await readStored(send, ref);
    return false;
  } catch (error) {
    return isMissing(error);
  }
}

function isMissing(error: unknown): boolean {
  return isRefusal(error, 404);
}
