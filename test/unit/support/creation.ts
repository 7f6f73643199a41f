import assert from "node:assert/strict";
import { ApiError } from "../../../src/platform/http/errors";
import { listConnectors, type NewConnector } from "../../../src/features/connectors/connectorsApi";
import {
  createConnector,
  findLostCreate,
  type CreateOutcome,
  type LostCreate,
} from "../../../src/features/connectors/createConnector";
import { ConnectorStore } from "../../../src/features/connectors/connectorStore";
import { ConnectorMemory } from "../../../src/features/connectors/connectorMemory";
import { AccountStorage } from "../../../src/platform/storage/accountStorage";
import { until, useApi } from "./api";
import { MemoryFileStorage } from "./memoryFileStorage";
import { MemoryStorage } from "./memoryStorage";

/** All that a create needs, signed in at a sandbox, and as new before each test. */
export function useCreation() {
  const api = useApi();
  const { control, send, account } = api;
  let parts = makeParts(new MemoryStorage());
  beforeEach(() => startAnew(new MemoryStorage()));

  function makeParts(drawer: MemoryStorage) {
    const memory = new ConnectorMemory(new AccountStorage(drawer, new MemoryFileStorage()));
    const store = new ConnectorStore((of) => listConnectors(send, of), memory);
    return { send, store, memory };
  }

  function startAnew(drawer: MemoryStorage): void {
    parts = makeParts(drawer);
    parts.store.useSession({ kind: "signedIn", ...account() });
  }

  const posts = async () => (await control().requests()).filter(({ method }) => method === "POST");

  return {
    ...api,
    store: () => parts.store,
    memory: () => parts.memory,
    /** Begins another session, with what this drawer remembers. */
    startAnew,
    create: (title: string, given: Partial<NewConnector> & { signal?: AbortSignal } = {}) => {
      const { signal = new AbortController().signal, ...rest } = given;
      return createConnector(parts, account(), { title, description: "", ...rest }, signal);
    },
    /** Names of what a lost create is found to have made. */
    find: async (trace: LostCreate) => {
      const found = await findLostCreate(parts, trace, new AbortController().signal);
      return found.map(({ name }) => name);
    },
    /** The encodings of all creates that arrived, in their order. */
    encodings: async () =>
      (await posts()).map(({ headers }) =>
        headers["content-type"] === "application/json" ? "json" : "form",
      ),
    /** Waits until the service has answered the create, whether anybody still listens or not. */
    answered: () => until(async () => ((await posts()).at(-1)?.status ?? 0) > 0),
  };
}

/** The outcome, which must be of this kind. */
export function expectKind<K extends CreateOutcome["kind"]>(
  outcome: CreateOutcome,
  kind: K,
): Extract<CreateOutcome, { kind: K }> {
  assert.equal(outcome.kind, kind, "error" in outcome ? String(outcome.error) : "");
  return outcome as Extract<CreateOutcome, { kind: K }>;
}

/** Status and code of a refusal in one. */
export function refusalOf(outcome: CreateOutcome): string {
  const { error } = expectKind(outcome, "refused");
  assert.ok(error instanceof ApiError, String(error));
  return `${error.details.status} ${error.details.code}`;
}
