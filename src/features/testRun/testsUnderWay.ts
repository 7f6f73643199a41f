import type { Leaving } from "../account/leaving";

/** The tests that are under way, which end with the key and the team that they are made with. */
export class TestsUnderWay {
  private left = new AbortController();
  private readonly owed = new Set<Promise<unknown>>();

  /** Aborted when the key or the team that are in use now are used no more; its reason is the `Leaving`. */
  get signal(): AbortSignal {
    return this.left.signal;
  }

  /** Has those who leave wait until something is done with the key that it began with. @param work does not reject */
  owe(work: Promise<unknown>): void {
    this.owed.add(work);
    void work.then(() => this.owed.delete(work));
  }

  /** Ends all tests; resolves once what is owed is done. */
  async leave(leaving: Leaving): Promise<void> {
    this.left.abort(leaving);
    this.left = new AbortController();
    await Promise.all(this.owed);
  }
}
