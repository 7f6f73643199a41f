import { findDescription, getConnector, putConnector } from "./connectorsApi";
import {
  isBaseVersion,
  storedFrom,
  type BaseVersion,
  type StoredConnector,
} from "./storedConnector";
import { ContractError, mayHaveTakenEffect } from "../../platform/http/errors";
import type { Send } from "../../platform/http/send";
import { isLooselyEqual, isSameVersion, sameVersionAs } from "../../platform/json/compare";
import type { ConnectorRef } from "../../platform/connectorRef";
import { encodeJson } from "../../platform/json/wellFormedJson";

/** What is to become of a connector; what is left out stays as it is on the server. */
export interface Change {
  readonly configuration?: {
    /** JSON text of an object, as it was typed. */
    readonly text: string;
    /** Undefined when it is not known: then every version on the server but the same one is a conflict. */
    readonly base: BaseVersion | undefined;
  };
  readonly name?: string;
  readonly description?: string;
}

/** What came of a change that was to be published. */
export type Publication =
  /** The server has what was sent; `isRewritten` when it stores it in another form. */
  | {
      readonly kind: "published";
      readonly before: StoredConnector;
      readonly stored: StoredConnector;
      readonly isRewritten: boolean;
    }
  /** The server had it already, and nothing was sent. */
  | { readonly kind: "unchanged"; readonly stored: StoredConnector }
  /** Somebody else published: before anything was sent, or while it was on its way (`wasSent`). */
  | { readonly kind: "conflict"; readonly theirs: StoredConnector; readonly wasSent: boolean }
  /** Nothing has changed on the server. */
  | { readonly kind: "refused"; readonly error: unknown; readonly step: "read" | "write" }
  /** It was sent, and could not be read back; `wasAccepted` when the server said that it took it. */
  | {
      readonly kind: "unknown";
      readonly error: unknown;
      readonly wasAccepted: boolean;
    };

/**
 * Publishes a change with three requests: reads the connector, writes it, and reads it back. An update needs name and
 * description: where the connector's own answer lacks them, the list of connectors is asked as well. The service
 * has no lock and no version check, so that what others do can only be seen by comparing.
 */
export async function publish(send: Send, ref: ConnectorRef, change: Change): Promise<Publication> {
  let before: StoredConnector;
  try {
    before = await readStored(send, ref);
  } catch (error) {
    return { kind: "refused", error, step: "read" };
  }
  const { configuration } = change;
  let wanted = wantedFrom(before, change);
  // Several megabytes are encoded once, to compare and to send them.
  let bytes: ReturnType<typeof encodeJson> | undefined;
  const encoded = () => (bytes ??= encodeJson(wanted.text));
  const isWanted = sameVersionAs(wanted.text, encoded);
  if (isDescribed(before, wanted) && isWanted(before.text)) {
    return { kind: "unchanged", stored: before };
  }
  if (configuration && !isBaseVersion(before.text, configuration.base)) {
    return { kind: "conflict", theirs: before, wasSent: false };
  }
  const { name } = change;
  if (
    (name ?? before.name) === undefined ||
    (change.description ?? before.description) === undefined
  ) {
    try {
      before = await withDescription(send, ref, before);
    } catch (error) {
      return { kind: "refused", error, step: "read" };
    }
    wanted = wantedFrom(before, change);
  }
  if (wanted.name === undefined) {
    // To write any other name, or none, would change what nobody asked to change.
    return { kind: "refused", error: new ContractError("name", { status: 200 }), step: "read" };
  }
  let lost: unknown;
  try {
    await putConnector(send, ref, {
      name: wanted.name,
      description: wanted.description ?? "",
      configuration: encoded(),
    });
  } catch (error) {
    if (!mayHaveTakenEffect(error)) {
      return { kind: "refused", error, step: "write" };
    }
    lost = error;
  }
  let stored: StoredConnector;
  try {
    stored = await readStored(send, ref);
    stored = configuration ? stored : await withDescription(send, ref, stored);
  } catch (error) {
    return { kind: "unknown", error: lost ?? error, wasAccepted: lost === undefined };
  }
  return outcomeOfWrite({ change, before, wanted, isWanted, stored, lost });
}

/** What has become of a write, by what was read back. */
function outcomeOfWrite({ change, before, wanted, isWanted, stored, lost }: Judged): Publication {
  const isDone = change.configuration ? isWanted(stored.text) : isDescribed(stored, wanted);
  if (isDone) {
    // Whatever else differs was changed by somebody else, and is not what this was about.
    return { kind: "published", before, stored, isRewritten: false };
  }
  const isAsBefore = change.configuration
    ? isSameVersion(stored.text, before.text)
    : isDescribed(stored, wantedFrom(before, {}));
  if (lost !== undefined && isAsBefore) {
    return { kind: "refused", error: lost, step: "write" };
  }
  return change.configuration && isLooselyEqual(stored.text, wanted.text)
    ? { kind: "published", before, stored, isRewritten: true }
    : { kind: "conflict", theirs: stored, wasSent: true };
}

interface Judged {
  readonly change: Change;
  readonly before: StoredConnector;
  readonly wanted: Wanted;
  /** Whether a configuration is the wanted version. */
  readonly isWanted: (text: string) => boolean;
  readonly stored: StoredConnector;
  /** Why the write had no certain answer, where it had none. */
  readonly lost: unknown;
}

/** `GET …/connectors/{connector_identifier}`; throws `ContractError` for an answer without a configuration. */
export async function readStored(send: Send, ref: ConnectorRef): Promise<StoredConnector> {
  return storedFrom(await getConnector(send, ref));
}

/**
 * The same with name and description, as far as the list of connectors has what is missing; no request where none is.
 * Throws what listing them throws.
 */
export async function withDescription(
  send: Send,
  ref: ConnectorRef,
  stored: StoredConnector,
): Promise<StoredConnector> {
  if (stored.name !== undefined && stored.description !== undefined) {
    return stored;
  }
  const listed = await findDescription(send, ref);
  const name = stored.name ?? listed.name;
  const description = stored.description ?? listed.description;
  const connector = {
    ...stored.connector,
    name: name || stored.connector.name,
    description: description || undefined,
  };
  return { ...stored, connector, name, description };
}

interface Wanted {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly text: string;
}

function wantedFrom(before: StoredConnector, { configuration, name, description }: Change): Wanted {
  return {
    name: name ?? before.name,
    description: description ?? before.description,
    text: configuration?.text ?? before.text,
  };
}

/** Where neither tells a description, both count as having none. */
function isDescribed({ name, description }: StoredConnector, wanted: Wanted): boolean {
  return name === wanted.name && (description ?? "") === (wanted.description ?? "");
}
