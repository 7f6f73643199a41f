import type { FileStorage } from "../../../src/platform/storage/fileStorage";

/** Files in memory. Ignores case in names, as the disks of many people do. */
export class MemoryFileStorage implements FileStorage {
  readonly files = new Map<string, { readonly path: readonly string[]; readonly text: string }>();
  /** How many writes there were. */
  writes = 0;
  /** What the next write throws. */
  broken: Error | undefined;

  async read(path: readonly string[]): Promise<string | undefined> {
    return this.files.get(key(path))?.text;
  }

  async write(path: readonly string[], text: string): Promise<void> {
    const { broken } = this;
    this.writes++;
    this.broken = undefined;
    if (broken) {
      throw broken;
    }
    this.files.set(key(path), { path, text });
  }

  async remove(path: readonly string[]): Promise<void> {
    for (const name of this.files.keys()) {
      if (name === key(path) || name.startsWith(`${key(path)}/`)) {
        this.files.delete(name);
      }
    }
  }

  async list(path: readonly string[]): Promise<readonly string[]> {
    const inside = [...this.files.values()].filter(({ path: file }) =>
      key(file).startsWith(`${key(path)}/`),
    );
    return [...new Set(inside.flatMap(({ path: file }) => file[path.length] ?? []))];
  }
}

function key(path: readonly string[]): string {
  return path.join("/").toLowerCase();
}
