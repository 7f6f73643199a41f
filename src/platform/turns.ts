/** Does one thing after the other where they are about the same, and those about different ones side by side. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /**
   * Runs a task when those before it with the same key have ended, however they ended.
   * @returns what the task gives; rejects with what it throws
   */
  async take<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve();
    const turn = before.then(task, task);
    this.last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.last.get(key) === turn) {
        this.last.delete(key);
      }
    }
  }
}
