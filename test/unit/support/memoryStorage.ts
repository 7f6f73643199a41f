import type { SecretStorage } from "../../../src/platform/storage/secretStorage";
import type { Storage } from "../../../src/platform/storage/accountStorage";

/** Keeps values as the editor does: as JSON, so that nothing is shared with the caller. */
export class MemoryStorage implements Storage {
  private readonly kept = new Map<string, string>();

  get(key: string): unknown {
    const text = this.kept.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async update(key: string, value: unknown): Promise<void> {
    if (value === undefined) {
      this.kept.delete(key);
    } else {
      this.kept.set(key, JSON.stringify(value));
    }
  }

  keys(): readonly string[] {
    return [...this.kept.keys()];
  }

  /** Of all that is kept, in UTF-16 code units. */
  get length(): number {
    return [...this.kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  }
}

/** Two sessions that share one are two windows. */
export class MemorySecretStorage implements SecretStorage {
  readonly kept = new Map<string, string>();
  /** What the host throws where it cannot decrypt. */
  broken: Error | undefined;
  /** Until this resolves the host gives nothing. */
  waiting: Promise<void> | undefined;

  async get(name: string): Promise<string | undefined> {
    await this.waiting;
    if (this.broken) {
      throw this.broken;
    }
    return this.kept.get(name);
  }

  async store(name: string, value: string): Promise<void> {
    this.kept.set(name, value);
  }

  async delete(name: string): Promise<void> {
    this.kept.delete(name);
  }
}
