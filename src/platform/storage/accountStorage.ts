import * as z from "zod/mini";
import type { Account } from "../account";

/** What `vscode.Memento` offers, as far as it is needed. */
export interface Storage {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
  keys(): readonly string[];
}

/** One kind of value, remembered for each account or for each origin. */
export class AccountValue<T> {
  /**
   * @param kind one word that no other kind has; it is part of the keys in the storage
   * @param schema what is read has to match; anything else counts as not there
   */
  constructor(
    private readonly storage: Storage,
    readonly kind: string,
    private readonly schema: z.ZodMiniType<T>,
  ) {}

  /** Gives undefined for what was never set, and for what another version wrote in another form. */
  get(scope: Account | string): T | undefined {
    return this.schema.safeParse(this.storage.get(this.key(scope))).data;
  }

  /** Rejects where the editor cannot write its state. */
  async set(scope: Account | string, value: T): Promise<void> {
    await this.storage.update(this.key(scope), value);
  }

  private key(scope: Account | string): string {
    return typeof scope === "string"
      ? `${this.kind} ${scope}`
      : `${this.kind} ${scope.origin} ${scope.teamId}`;
  }
}

/** What is kept between sessions for accounts, and goes with the sign-out. Holds no secret. */
export class AccountStorage {
  private readonly kinds = new Set<string>();

  constructor(private readonly storage: Storage) {}

  /** A kind of value that a feature remembers; `forgetAll` covers it from then on. */
  value<T>(kind: string, schema: z.ZodMiniType<T>): AccountValue<T> {
    this.kinds.add(kind);
    return new AccountValue(this.storage, kind, schema);
  }

  /** A list of texts, for each account or origin. */
  texts(kind: string): AccountValue<string[]> {
    return this.value(kind, z.array(z.string()));
  }

  /** Removes the values of all kinds, for every account. */
  async forgetAll(): Promise<void> {
    const kept = this.storage.keys().filter((key) => this.kinds.has(key.split(" ")[0] ?? ""));
    await Promise.all(kept.map((key) => this.storage.update(key, undefined)));
  }
}
