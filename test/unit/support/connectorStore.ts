import {
  listConnectors,
  type Connector,
  type ConnectorList,
} from "../../../src/features/connectors/connectorsApi";
import {
  ConnectorStore,
  type ListConnectors,
} from "../../../src/features/connectors/connectorStore";
import { ConnectorMemory } from "../../../src/features/connectors/connectorMemory";
import { AccountStorage } from "../../../src/platform/storage/accountStorage";
import { type Account } from "../../../src/platform/account";
import { MemoryFileStorage } from "./memoryFileStorage";
import { MemoryStorage } from "./memoryStorage";
import { useService } from "./client";

/** A store for the sandbox's connectors, and another session's store that remembers what this one did. */
export function useStore() {
  const service = useService();
  let drawer: MemoryStorage;
  let files: MemoryFileStorage;
  let time: number;
  beforeEach(() => {
    time = Date.UTC(2026, 9, 2);
    drawer = new MemoryStorage();
    files = new MemoryFileStorage();
  });
  return {
    ...service,
    /** As a sign-out does. */
    forgetAll: async () => {
      const storage = new AccountStorage(drawer, files);
      void new ConnectorMemory(storage); // which has its kinds known
      await storage.forgetAll();
    },
    /** A store of the account; of nobody for `null`. */
    store: (account: Account | null = service.account(), key?: string) => {
      const store = new ConnectorStore(
        (of) => listConnectors(service.sendWith(key, undefined, of.teamId), of),
        new ConnectorMemory(new AccountStorage(drawer, files)),
        () => time,
      );
      if (account) {
        store.useSession({ kind: "signedIn", ...account });
      }
      return store;
    },
    /** Lets time pass for the stores. */
    pass: (seconds: number) => {
      time += seconds * 1000;
    },
    lists: async () => (await service.requests()).length,
  };
}

/** Lists that arrive when the test says so. */
export function gate() {
  const waiting: {
    resolve: (list: ConnectorList) => void;
    reject: (error: unknown) => void;
  }[] = [];
  const list: ListConnectors = () =>
    new Promise<ConnectorList>((resolve, reject) => waiting.push({ resolve, reject }));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    list,
    asked: () => waiting.length,
    /** Answers the nth request with connectors of these names. */
    async answer(n: number, ...names: readonly string[]): Promise<void> {
      waiting[n]?.resolve({ connectors: names.map(named), total: names.length });
      await turn();
    },
    async refuse(n: number, error: unknown): Promise<void> {
      waiting[n]?.reject(error);
      await turn();
    },
  };
}

export const named = (name: string): Connector => ({ identifier: name, name });

export const namesOf = (store: ConnectorStore) =>
  store.state.connectors.map(({ name }) => name).toSorted();
