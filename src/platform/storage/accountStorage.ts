import type { Account } from "../account";
import { AccountFile } from "./accountFile";
import type { FileStorage } from "./fileStorage";
import { list, text, type Shape } from "./shape";

/** What `vscode.Memento` offers, as far as it is needed. */
export interface Storage {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
  keys(): readonly string[];
}

const filesFolder = ["remembered"];

/** One kind of value, remembered for each account or for each origin. */
export class AccountValue<T> {
  /**
   * @param kind one word that no other kind has; it is part of the keys in the storage
   * @param shape what is read has to match; anything else counts as not there
   */
  constructor(
    private readonly storage: Storage,
    readonly kind: string,
    private readonly shape: Shape<T>,
  ) {}

  /** Gives undefined for what was never set, and for what another version wrote in another form. */
  get(scope: Account | string): T | undefined {
    return this.shape(this.storage.get(this.key(scope)));
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
  private readonly accountFiles: { cancelWrites(): Promise<void> }[] = [];
  private readonly others: (() => Promise<void>)[] = [];

  /**
   * @param storage for small values
   * @param files for large ones
   */
  constructor(
    private readonly storage: Storage,
    private readonly files: FileStorage,
  ) {}

  /** A kind of value that a feature remembers; `forgetAll` covers it from then on. */
  value<T>(kind: string, shape: Shape<T>): AccountValue<T> {
    this.kinds.add(kind);
    return new AccountValue(this.storage, kind, shape);
  }

  /** A list of texts, for each account or origin. */
  texts(kind: string): AccountValue<string[]> {
    return this.value(kind, list(text));
  }

  /** A kind of value that may be large, one file for each account. Values of that kind in the state are removed. */
  file<T>(kind: string, shape: Shape<T>): AccountFile<T> {
    void this.removeValues((key) => key === kind).catch(() => undefined);
    const file = new AccountFile(this.files, [...filesFolder, kind], shape);
    this.accountFiles.push(file);
    return file;
  }

  /** Has `forgetAll` also forget what a feature keeps elsewhere. */
  forgetAlso(forget: () => Promise<void>): void {
    this.others.push(forget);
  }

  /** Removes the values of all kinds, for every account. */
  async forgetAll(): Promise<void> {
    await Promise.all(this.accountFiles.map((file) => file.cancelWrites()));
    await Promise.all([
      this.removeValues((kind) => this.kinds.has(kind)),
      this.files.remove(filesFolder),
      ...this.others.map((forget) => forget()),
    ]);
  }

  private async removeValues(isOfKind: (kind: string) => boolean): Promise<void> {
    const kept = this.storage.keys().filter((key) => isOfKind(key.split(" ")[0] ?? ""));
    await Promise.all(kept.map((key) => this.storage.update(key, undefined)));
  }
}
