import { pause, type Clock } from "../../platform/clock";
import { ApiError, isTooLarge, NetworkError } from "../../platform/http/errors";

/** So many times in a row no answer may come before asking is given up. */
const mostLost = 3;

/**
 * Waits, and asks again. Two answers in a row may get lost on the way, since asking changes nothing; a service that is
 * asked too often says until when to wait. Throws `CancelledError`, and what `ask` throws.
 * @param milliseconds how long to wait before asking
 */
export async function askLater<T>(
  ask: () => Promise<T>,
  milliseconds: number,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<T> {
  let wait = milliseconds;
  for (let lost = 1; ; lost++) {
    await pause(clock, wait, signal);
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error) || lost === mostLost) {
        throw error;
      }
      const until = error instanceof ApiError ? (error.details.retryAt ?? 0) : 0;
      wait = Math.min(Math.max(milliseconds, shortestWait, until - clock.now()), longestWait);
    }
  }
}

/** After an answer that got lost; a `Retry-After` may name a day. Milliseconds. */
const shortestWait = 1000;
const longestWait = 3_600_000;

/** A 500 isn't: it is the documented status for errors of the source. Nor is a large answer, which comes as large again. */
function isPassing(error: unknown): boolean {
  if (error instanceof ApiError) {
    const { status, code = "" } = error.details;
    return status === 429 ? !code.startsWith("LICENSE_") : [502, 503, 504].includes(status);
  }
  return error instanceof NetworkError && !isTooLarge(error);
}
