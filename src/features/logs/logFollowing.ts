import { systemClock } from "../../platform/clock";
import { ApiError } from "../../platform/http/errors";
import { Emitter } from "../../platform/event";
import type { LogStore } from "./logStore";

/** Whether the newest entries are being asked for, or why not. */
export type FollowState =
  | { readonly kind: "off" }
  | { readonly kind: "on" }
  /** The service wants no request before that time, in milliseconds since 1970. */
  | { readonly kind: "waiting"; readonly until: number }
  /** A request failed. */
  | { readonly kind: "stopped"; readonly problem: unknown };

/** How often the newest entries are asked for. Milliseconds. */
export const followInterval = 10_000;

/** How long to wait after a 429 that does not say. Milliseconds. */
const defaultPause = 60_000;

/** A longer one would end at once. Milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** Asks for the newest entries again and again while somebody sees them. Off until it is started. */
export class LogFollowing {
  private readonly changed = new Emitter<FollowState>();
  readonly onDidChange = this.changed.event;
  private current: FollowState = { kind: "off" };
  private connector: unknown;
  private isVisible = false;
  private askedAt = 0;
  private clearTimer = () => {};

  constructor(
    private readonly store: Pick<LogStore, "state" | "refresh" | "onDidChange">,
    private readonly clock = systemClock,
  ) {
    store.onDidChange(({ connector }) => {
      if (this.current.kind !== "off" && connector !== this.connector) {
        this.stop();
      }
    });
  }

  /** The state now. No request. */
  get state(): FollowState {
    return this.current;
  }

  /** Whether it asks, or will. */
  get isOn(): boolean {
    return this.current.kind === "on" || this.current.kind === "waiting";
  }

  /** Follows the connector whose logs are loaded, beginning with a request at once. */
  start(): void {
    this.connector = this.store.state.connector;
    this.askedAt = 0;
    this.set({ kind: "on" });
  }

  /** Sends no more requests. */
  stop(): void {
    this.set({ kind: "off" });
  }

  /**
   * Pauses and resumes the requests.
   * @param isVisible whether a person can see the logs
   */
  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.plan();
  }

  private plan(): void {
    this.clearTimer();
    if (this.isOn && this.isVisible) {
      const until = this.current.kind === "waiting" ? this.current.until : 0;
      const due = Math.max(this.askedAt + followInterval, until);
      const wait = Math.min(Math.max(0, due - this.clock.now()), longestTimer);
      this.clearTimer = this.clock.start(
        () => (this.clock.now() < due ? this.plan() : void this.ask()),
        wait,
      );
    }
  }

  private async ask(): Promise<void> {
    const { connector } = this;
    this.askedAt = this.clock.now();
    await this.store.refresh();
    if (this.isOn && connector === this.connector) {
      this.set(stateAfter(this.store.state.problem, this.clock.now()));
    }
  }

  private set(next: FollowState): void {
    const before = this.current;
    this.current = next;
    this.plan();
    if (next.kind !== "on" || before.kind !== "on") {
      this.changed.fire(next);
    }
  }
}

function stateAfter(problem: unknown, now: number): FollowState {
  if (problem === undefined) {
    return { kind: "on" };
  }
  if (problem instanceof ApiError && problem.details.status === 429) {
    return { kind: "waiting", until: problem.details.retryAt ?? now + defaultPause };
  }
  return { kind: "stopped", problem };
}
