import type { Account } from "../account";
import { KeyedQueue } from "../keyedQueue";
import type { FileStorage } from "./fileStorage";
import type { Shape } from "./shape";

/** One kind of large value, remembered in a file for each account: the editor warns of state that is large. */
export class AccountFile<T> {
  /** Reads and writes keep their order. */
  private readonly queue = new KeyedQueue();
  /** What is still to be written, by file: of several values that wait only the last is written. */
  private readonly waiting = new Map<string, T>();

  /**
   * @param folder where the files lie
   * @param shape what is read has to match; anything else counts as not there
   */
  constructor(
    private readonly files: FileStorage,
    private readonly folder: readonly string[],
    private readonly shape: Shape<T>,
  ) {}

  /** Gives undefined for what was never set, and for what can't be read. Does not reject. */
  get(account: Account): Promise<T | undefined> {
    const path = this.path(account);
    return this.queue.run("", async () => {
      try {
        const text = await this.files.read(path);
        return text === undefined ? undefined : this.shape(JSON.parse(text));
      } catch {
        return undefined;
      }
    });
  }

  /** Rejects where the file can't be written. */
  set(account: Account, value: T): Promise<void> {
    const path = this.path(account);
    const key = path.join("/");
    this.waiting.set(key, value);
    return this.queue.run("", async () => {
      const latest = this.waiting.get(key);
      if (latest !== undefined) {
        this.waiting.delete(key);
        await this.files.write(path, JSON.stringify(latest));
      }
    });
  }

  /** Drops what waits to be written; resolves when nothing is written any more. */
  cancelWrites(): Promise<void> {
    this.waiting.clear();
    return this.queue.run("", () => Promise.resolve());
  }

  private path({ origin, teamId }: Account): readonly string[] {
    return [...this.folder, encodeURIComponent(origin), `${teamId}.json`];
  }
}
