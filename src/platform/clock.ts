import { CancelledError } from "./http/errors";

/** Times in milliseconds since 1970; a timer calls once, after so many milliseconds, unless it is cleared. */
export interface Clock {
  readonly now: () => number;
  /** @returns what clears it */
  readonly start: (act: () => void, milliseconds: number) => () => void;
}

/** The clock of the computer. */
export const systemClock: Clock = {
  now: () => Date.now(),
  start: (act, milliseconds) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Waits so many milliseconds. Throws `CancelledError` as soon as the person cancels. */
export function pause(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      clear();
      reject(new CancelledError(true));
    };
    const clear = clock.start(() => {
      signal?.removeEventListener("abort", cancel);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) {
      cancel();
    }
  });
}
