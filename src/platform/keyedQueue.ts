/** Runs what concerns the same thing one after the other, and different things side by side. */
export class KeyedQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  /** How many things have something running or waiting. */
  get size(): number {
    return this.last.size;
  }

  /**
   * Runs the work after what was given for the same key before, whether that succeeded or not.
   * @returns what the work gives; rejects with what it throws
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = (this.last.get(key) ?? Promise.resolve()).then(work);
    const end = result
      .catch(() => undefined)
      .then(() => {
        if (this.last.get(key) === end) {
          this.last.delete(key);
        }
      });
    this.last.set(key, end);
    return result;
  }
}
