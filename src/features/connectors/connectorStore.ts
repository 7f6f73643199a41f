import type { Connector, ConnectorList } from "./connectorsApi";
import type { ConnectorRef } from "../../platform/connectorRef";
import { Emitter } from "../../platform/event";
import { LocalChanges } from "./localChanges";
import type { Account } from "../../platform/account";
import type { ConnectorMemory } from "./connectorMemory";
import type { Session } from "../account/session";

/** Fetches the connectors of an account; throws what the request threw. */
export type ListConnectors = (account: Account) => Promise<ConnectorList>;

/** The team's connectors as far as they are known. */
export interface ListState {
  readonly connectors: readonly Connector[];
  /** When the server listed them (milliseconds since 1970); undefined when it never did. */
  readonly listedAt?: number | undefined;
  /** Whether it did so in this session, or the list was remembered from an earlier one. */
  readonly isRemembered: boolean;
  /** All that the team has, when that is more than the API lists. */
  readonly total?: number | undefined;
  readonly isLoading: boolean;
  /** Why the last listing failed. */
  readonly problem?: unknown;
}

/** Nothing is known yet. */
const noList: ListState = { connectors: [], isRemembered: true, isLoading: false };

/** Whether the server said that there are none: a list that is not known yet is neither empty nor full. */
export function isKnownEmpty({ connectors, isRemembered, problem }: ListState): boolean {
  return connectors.length === 0 && !isRemembered && problem === undefined;
}

/** A list younger than this serves the duplicate picker without another request. Milliseconds. */
const freshFor = 300_000;

/** Owns the list of connectors of the account that is signed in. */
export class ConnectorStore {
  private readonly changed = new Emitter<ListState>();
  readonly onDidChange = this.changed.event;
  private current: ListState = noList;
  private account: Account | undefined;
  /** Whose each connector is that was ever shown: a node or a question may outlive the list. */
  private readonly owners = new WeakMap<Connector, Account>();
  private inFlight: Promise<void> | undefined;
  /** Rises whenever a list in flight is overtaken: what it brings then counts for nothing. */
  private generation = 0;
  private readonly changes = new LocalChanges();
  private wasRequested = false;
  private adopted:
    | { readonly account: Account; readonly list: ConnectorList; readonly at: number }
    | undefined;

  /** @param now the time, in milliseconds since 1970 */
  constructor(
    private readonly list: ListConnectors,
    private readonly memory: Pick<ConnectorMemory, "list" | "recent">,
    private readonly now: () => number = Date.now,
  ) {}

  /** The list as it is known now. No request. */
  get state(): ListState {
    return this.current;
  }

  /** Whether the state is that of this account. */
  isCurrent({ origin, teamId }: Account): boolean {
    return this.account?.origin === origin && this.account.teamId === teamId;
  }

  /**
   * Drops the list of another account, and shows the one that is remembered for this one as soon as it is read. No
   * request.
   */
  useSession(state: Session["state"]): void {
    this.account =
      state.kind === "signedIn" ? { origin: state.origin, teamId: state.teamId } : undefined;
    this.overtake();
    this.changes.clear();
    this.wasRequested = false;
    const { adopted } = this;
    this.adopted = undefined;
    if (adopted && this.isCurrent(adopted.account) && this.now() - adopted.at <= freshFor) {
      this.adopt(adopted.account, adopted.list, this.mark());
    } else {
      this.set(noList);
      if (this.account) {
        void this.showRemembered(this.account);
      }
    }
  }

  /** Somebody sees the list: the first time it is fetched, later on it is not. */
  async ensureListed(): Promise<void> {
    if (!this.wasRequested) {
      this.wasRequested = true;
      await this.refresh();
    }
  }

  /** Fetches the list; a fetch that is under way is shared. A failure becomes part of the state. */
  refresh(): Promise<void> {
    const { account } = this;
    if (!account) {
      return Promise.resolve();
    }
    this.wasRequested = true;
    if (!this.inFlight) {
      this.inFlight = this.fetch(account);
      // Only now: whoever hears it may ask for the same.
      this.set({ ...this.current, isLoading: true });
    }
    return this.inFlight ?? Promise.resolve();
  }

  /** The list, fetched unless it is fresh; throws what the fetch threw. */
  async freshConnectors(): Promise<readonly Connector[]> {
    const { listedAt, isRemembered } = this.current;
    if (isRemembered || this.now() - (listedAt ?? 0) > freshFor) {
      await this.refresh();
      if (this.current.problem !== undefined) {
        throw this.current.problem;
      }
    }
    return this.current.connectors;
  }

  /** Call it when a list is requested elsewhere: what changes here from now on takes precedence over that list. */
  mark(): number {
    return this.changes.mark();
  }

  /**
   * Takes over a list that was fetched elsewhere, now or as soon as its account is signed in.
   * @param mark taken before it was asked for
   */
  adopt(account: Account, list: ConnectorList, mark: number): void {
    if (this.isCurrent(account)) {
      this.overtake();
      this.wasRequested = true;
      this.setListed(list, mark);
    } else {
      this.adopted = { account, list, at: this.now() };
    }
  }

  /** A connector that was just created or changed here. */
  put(account: Account, connector: Connector): void {
    if (this.isCurrent(account)) {
      this.changes.put(connector);
      const others = this.current.connectors.filter(
        ({ identifier }) => identifier !== connector.identifier,
      );
      this.setConnectors({ ...this.current, connectors: [...others, connector] });
    }
  }

  /** A connector that was just deleted here. */
  remove(account: Account, identifier: string): void {
    if (this.isCurrent(account)) {
      this.changes.remove(identifier);
      const connectors = this.current.connectors.filter((one) => one.identifier !== identifier);
      this.setConnectors({ ...this.current, connectors });
    }
  }

  /** Whose a connector is: of the account in whose list it was, or that is signed in; undefined for nobody's. */
  refOf(connector: Connector): ConnectorRef | undefined {
    const account = this.owners.get(connector) ?? this.account;
    return account && { ...account, identifier: connector.identifier };
  }

  /** The connector in the current list that has this identifier; undefined where none has. */
  find(identifier: string): Connector | undefined {
    return this.current.connectors.find((connector) => connector.identifier === identifier);
  }

  /** Notes that a connector was used, for the order of `recentFirst`. */
  async markUsed(identifier: string): Promise<void> {
    if (this.account) {
      const before = this.memory.recent.get(this.account) ?? [];
      const others = before.filter((other) => other !== identifier);
      await this.memory.recent.set(this.account, [identifier, ...others].slice(0, 50));
    }
  }

  /** Identifiers of the connectors used here, most recently used first. */
  recent(): readonly string[] {
    return (this.account && this.memory.recent.get(this.account)) ?? [];
  }

  private async fetch(account: Account): Promise<void> {
    const { generation } = this;
    const mark = this.mark();
    const finish = (show: () => void) => {
      if (generation === this.generation) {
        this.inFlight = undefined;
        show();
      }
    };
    await this.list(account).then(
      (list) => finish(() => this.setListed(list, mark)),
      (problem: unknown) => finish(() => this.set({ ...this.current, isLoading: false, problem })),
    );
  }

  private async showRemembered(account: Account): Promise<void> {
    const mark = this.mark();
    const remembered = await this.memory.list.get(account);
    // A list of the service goes before it, and what was done here meanwhile into it.
    if (remembered && this.isCurrent(account) && this.current.isRemembered) {
      const { listedAt } = remembered;
      const connectors = this.changes.applyTo(remembered.connectors, mark);
      const next = { ...this.current, connectors, listedAt };
      if (connectors === remembered.connectors) {
        this.set(next);
      } else {
        this.setConnectors(next);
      }
    }
  }

  private overtake(): void {
    this.generation++;
    this.inFlight = undefined;
  }

  private setListed({ connectors, total }: ConnectorList, mark: number): void {
    this.setConnectors({
      connectors: this.changes.applyTo(connectors, mark),
      listedAt: this.now(),
      isRemembered: false,
      total: total > connectors.length ? total : undefined,
      isLoading: false,
    });
  }

  private setConnectors(next: ListState): void {
    this.set(next);
    if (this.account) {
      const { connectors, listedAt } = next;
      const list = { connectors: [...connectors], listedAt };
      // What cannot be remembered is listed again next time.
      void this.memory.list.set(this.account, list).catch(() => undefined);
    }
  }

  private set(next: ListState): void {
    const { account, owners } = this;
    if (account && next.connectors !== this.current.connectors) {
      next.connectors.forEach((connector) => owners.set(connector, account));
    }
    this.current = next;
    this.changed.fire(next);
  }
}
