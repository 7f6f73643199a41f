import type { Send } from "../../platform/http/send";
import type { SecretList } from "./secretsApi";
import { connectorKey, type ConnectorRef } from "../../platform/connectorRef";
import { Emitter } from "../../platform/event";

/** What is known of a connector's secrets: the list, or why there is none. */
export type KnownSecrets = SecretList | { readonly problem: unknown };

/** Owns the lists of secrets of the connectors that somebody looked at. It never sees a value. */
export class SecretStore {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private known = new Map<string, KnownSecrets>();
  private inFlight = new Map<string, Promise<SecretList>>();

  constructor(private readonly send: Send) {}

  /** The list, if it was asked for before. No request. */
  list(ref: ConnectorRef): SecretList | undefined {
    const known = this.known.get(connectorKey(ref));
    return known && "secrets" in known ? known : undefined;
  }

  /** What is known, asked for if nothing is: a failure is not tried again on its own. */
  async ensureListed(ref: ConnectorRef): Promise<KnownSecrets> {
    const known = this.known.get(connectorKey(ref));
    return known ?? this.refresh(ref).catch((problem: unknown) => ({ problem }));
  }

  /** Asks for the list; a request under way is shared. Throws what it threw. */
  refresh(ref: ConnectorRef): Promise<SecretList> {
    const key = connectorKey(ref);
    const { inFlight } = this;
    const asking = inFlight.get(key) ?? this.ask(ref).finally(() => void inFlight.delete(key));
    inFlight.set(key, asking);
    return asking;
  }

  /** Asks for the list after whatever is under way. */
  async renew(ref: ConnectorRef): Promise<SecretList> {
    await this.inFlight.get(connectorKey(ref))?.catch(() => undefined);
    return this.refresh(ref);
  }

  /** The service has this list now. */
  put(ref: ConnectorRef, list: KnownSecrets): void {
    this.known.set(connectorKey(ref), list);
    this.changed.fire();
  }

  /** It is asked for again by whoever wants it next. */
  forget(ref: ConnectorRef): void {
    this.known.delete(connectorKey(ref));
    this.changed.fire();
  }

  /** A secret that was just deleted here. */
  remove(ref: ConnectorRef, placeholder: string): void {
    const list = this.list(ref);
    if (list) {
      const secrets = list.secrets.filter((one) => one.placeholder !== placeholder);
      this.put(ref, { secrets, total: list.total - (list.secrets.length - secrets.length) });
    }
  }

  /** Somebody else is signed in, or nobody: what is under way counts for nothing. */
  clear(): void {
    this.known = new Map();
    this.inFlight = new Map();
    this.changed.fire();
  }

  private async ask(ref: ConnectorRef): Promise<SecretList> {
    const { known } = this;
    const key = connectorKey(ref);
    const before = known.get(key);
    // A change that was made meanwhile knows better.
    const isWanted = () => known === this.known && known.get(key) === before;
    try {
      const { listSecrets } = await import("./secretsApi");
      const list = await listSecrets(this.send, ref);
      if (isWanted()) {
        this.put(ref, list);
      }
      return list;
    } catch (problem) {
      if (isWanted()) {
        this.put(ref, { problem });
      }
      throw problem;
    }
  }
}
