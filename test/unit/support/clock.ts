import type { Clock } from "../../../src/platform/clock";

interface Timer {
  readonly at: number;
  readonly act: () => void;
}

/** A clock that goes only when it is told to. Times in milliseconds since 1970. */
export class SimulatedClock implements Clock {
  private time: number;
  private timers: readonly Timer[] = [];

  constructor(start = Date.UTC(2026, 9, 2)) {
    this.time = start;
  }

  readonly now = () => this.time;

  readonly start = (act: () => void, milliseconds: number) => {
    const timer = { at: this.time + milliseconds, act };
    this.timers = [...this.timers, timer];
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  };

  /** Lets time pass, and what its timers begin come to rest. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      await settle();
      const next = this.timers.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= end);
      if (!next) {
        break;
      }
      this.time = Math.max(this.time, next.at);
      this.timers = this.timers.filter((one) => one !== next);
      next.act();
    }
    this.time = end;
  }
}

/** Promises that wait for nothing but each other are done by then. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
