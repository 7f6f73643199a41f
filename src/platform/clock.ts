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
