import { runIsolated } from "../../platform/runIsolated";

/**
 * How a key and a team are left: this window is about to use others, or none, and waits until what is under way has ended;
 * or it has happened elsewhere, where the same key goes on with another team, or another key is in use.
 */
export type Leaving = "will" | "otherTeam" | "otherKey";

/** Ends something that is under way for an account. Its promise resolves once nothing is owed to the account any more. */
export type EndWork = (leaving: Leaving) => Promise<void>;

/** Nobody waits longer for what is owed before they are signed out. Milliseconds. */
const patience = 5000;

/** What is to end when another key or team is used. */
export class AccountLeaving {
  private readonly ends: EndWork[] = [];

  add(end: EndWork): void {
    this.ends.push(end);
  }

  /** Ends all of it, and waits for that some seconds at most. Does not reject. */
  async leave(leaving: Leaving): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ended = this.ends.map(
      (end) => new Promise<void>((done) => runIsolated(() => end(leaving).finally(done))),
    );
    await Promise.race([
      Promise.all(ended),
      new Promise((resolve) => (timer = setTimeout(resolve, patience))),
    ]);
    clearTimeout(timer);
  }
}
