import type { Storage } from "../../platform/storage/accountStorage";
import { list, text } from "../../platform/storage/shape";

const doubts = list(text);
const key = "doubtfulLinks";

/** Far more than anybody removes and makes again before publishing one. */
const maximum = 1000;

/**
 * Files that were removed since they were linked to connectors. One that has the name now may be another:
 * whether it belongs to the same connector is for the person to say.
 */
export class UncertainLinks {
  /** When links were made here, in milliseconds since 1970, by the URIs of their files. */
  private readonly linkedAt = new Map<string, number>();

  /** @param storage the window's: a doubt outlasts a reload */
  constructor(private readonly storage: Pick<Storage, "get" | "update">) {}

  /** The file that is there now was linked, or is known to be the one that was. */
  confirm(file: string, now: number): void {
    this.linkedAt.set(file, now);
    if (this.has(file)) {
      this.keep(this.all().filter((one) => one !== file));
    }
  }

  /**
   * A linked file was removed. An event that comes late, when the file is there again and linked, is ignored.
   * @param createdAt when the file was made that is there now, in milliseconds since 1970; undefined where there is
   * none, 0 where the file system doesn't say
   */
  removed(file: string, createdAt: number | undefined): void {
    const linkedAt = this.linkedAt.get(file);
    const isLate = createdAt !== undefined && linkedAt !== undefined && createdAt <= linkedAt;
    if (!isLate && !this.has(file)) {
      this.keep([...this.all(), file]);
    }
  }

  /** Whether the link of a file may be that of another one, which had its name before. */
  has(file: string): boolean {
    return this.all().includes(file);
  }

  private all(): readonly string[] {
    return doubts(this.storage.get(key)) ?? [];
  }

  private keep(files: readonly string[]): void {
    void this.storage.update(key, files.slice(-maximum));
  }
}
