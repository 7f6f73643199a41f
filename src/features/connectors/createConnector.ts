import {
  listConnectors,
  postConnector,
  type Connector,
  type ConnectorDetails,
  type NewConnector,
} from "./connectorsApi";
import { ApiError, CancelledError, mayHaveTakenEffect } from "../../platform/http/errors";
import type { Send } from "../../platform/http/send";
import type { ConnectorStore } from "./connectorStore";
import type { Account } from "../../platform/account";
import type { ConnectorMemory } from "./connectorMemory";

/** How a create ended. */
export type CreateOutcome =
  | { readonly kind: "created"; readonly account: Account; readonly details: ConnectorDetails }
  | { readonly kind: "refused"; readonly error: unknown }
  /** Cancelled before anything was sent. */
  | { readonly kind: "cancelled" }
  /** The request left, and whether it was carried out is not known: `findLost` can find out. */
  | { readonly kind: "lost"; readonly error: unknown; readonly trace: LostCreate };

/** What is needed to look for a connector whose create was not answered. */
export interface LostCreate {
  readonly account: Account;
  readonly title: string;
  /** Identifiers of the team's connectors before; undefined when they were not known. */
  readonly known?: ReadonlySet<string> | undefined;
}

/** What the creation of a connector needs. */
export interface CreationParts {
  readonly send: Send;
  readonly store: Pick<ConnectorStore, "state" | "isCurrent" | "put" | "mark" | "adopt">;
  readonly memory: Pick<ConnectorMemory, "encoding">;
}

/** Creates a connector. Sends one request, and a second only where the first's encoding was refused. */
export async function createConnector(
  { send, store, memory }: CreationParts,
  account: Account,
  connector: NewConnector,
  signal: AbortSignal,
): Promise<CreateOutcome> {
  const { listedAt, connectors } = store.state;
  const wasListed = listedAt !== undefined && store.isCurrent(account);
  const known = wasListed ? new Set(connectors.map(({ identifier }) => identifier)) : undefined;
  try {
    const details = await postInAcceptedEncoding(send, memory, account, connector, signal);
    store.put(account, details.connector);
    return { kind: "created", account, details };
  } catch (error) {
    if (error instanceof CancelledError && !error.sent) {
      return { kind: "cancelled" };
    }
    return mayHaveTakenEffect(error)
      ? { kind: "lost", error, trace: { account, title: connector.title, known } }
      : { kind: "refused", error };
  }
}

/**
 * Looks for what a lost create may have made: connectors of that name which were not known before.
 * Lists the team's connectors once; throws what that throws.
 */
export async function findLostCreate(
  { send, store }: Pick<CreationParts, "send" | "store">,
  { account, title, known }: LostCreate,
  signal: AbortSignal,
): Promise<readonly Connector[]> {
  const mark = store.mark();
  const list = await listConnectors(send, account, signal);
  store.adopt(account, list, mark);
  const wanted = title.normalize();
  return list.connectors.filter(
    ({ identifier, name }) => name.normalize() === wanted && !known?.has(identifier),
  );
}

/**
 * The official OpenAPI document lists a form, the documentation page shows JSON. The form goes first;
 * the other is tried once where the server refuses the encoding itself, and what it took is remembered.
 */
async function postInAcceptedEncoding(
  send: Send,
  memory: Pick<ConnectorMemory, "encoding">,
  account: Account,
  connector: NewConnector,
  signal: AbortSignal,
): Promise<ConnectorDetails> {
  const accepted = memory.encoding.get(account.origin);
  const first = accepted ?? "form";
  const second = first === "form" ? "json" : "form";
  let used = first;
  const post = () => postConnector(send, account, connector, used, signal);
  let details: ConnectorDetails;
  try {
    details = await post();
  } catch (refusal) {
    if (!refusesEncoding(refusal, accepted !== undefined)) {
      throw refusal;
    }
    used = second;
    details = await post().catch((error: unknown) => {
      throw moreAboutInput(refusal, error);
    });
  }
  // Not awaited: that it cannot be remembered must not make a create look refused.
  void memory.encoding.set(account.origin, used);
  return details;
}

function refusesEncoding(error: unknown, wasAcceptedBefore: boolean): boolean {
  return (
    isStatus(error, 415) || (!wasAcceptedBefore && (isStatus(error, 400) || isStatus(error, 422)))
  );
}

/** What a service says that could not read the body: what was sent counts as not there. */
const unread =
  /\b(missing|required|empty|blank|null|undefined|body|content.type|media.type|pars(e|ing)|malformed|json)\b/i;

/** Of the refusals of both encodings the one that is about what the person typed; the first where that is open. */
function moreAboutInput(first: unknown, second: unknown): unknown {
  const isOneOfTwo = [400, 415, 422].some((status) => isStatus(second, status));
  return isOneOfTwo && aboutInput(second) <= aboutInput(first) ? first : second;
}

function aboutInput(error: unknown): number {
  if (!(error instanceof ApiError) || error.details.status === 415) {
    return 0;
  }
  return unread.test(`${error.message} ${error.details.description ?? ""}`) ? 1 : 2;
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.details.status === status;
}
