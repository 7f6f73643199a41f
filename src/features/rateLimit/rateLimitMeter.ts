import type { Exchange } from "../../platform/http/exchange";
import { Emitter } from "../../platform/event";

/** What is known of the hourly limit. All times in milliseconds since 1970. */
export interface RateLimit {
  readonly limit?: number | undefined;
  readonly remaining?: number | undefined;
  /** When the two numbers arrived. */
  readonly readAt?: number | undefined;
  readonly lastAnswerAt?: number | undefined;
  readonly lastRequestId?: string | undefined;
  /** Set while the last answer was a 429. */
  readonly refused?: { readonly at: number; readonly retryAt?: number | undefined } | undefined;
}

/** How much is left of the limit, as far as the answers say. */
export type RateLimitLevel = "unknown" | "ok" | "low" | "exhausted";

/** The documented window is an hour: numbers older than that say nothing any more. */
const windowLength = 3_600_000;

/** Reads the limit off every answer. No request is ever sent for it. */
export class RateLimitMeter {
  private readonly changed = new Emitter<RateLimit>();
  readonly onDidChange = this.changed.event;
  private current: RateLimit = {};

  /** What the answers have said so far. */
  get value(): RateLimit {
    return this.current;
  }

  /** Takes note of what an answer says of the limit. */
  note({ startedAt, durationMs, answer }: Exchange): void {
    if (!answer) {
      return;
    }
    const at = startedAt + durationMs;
    const { limit, remaining, readAt } = this.current;
    // A refusal overtakes what was left before it, and any other answer a zero: few answers carry numbers
    // of their own.
    const isOvertaken = answer.status === 429 || remaining === 0;
    this.set({
      ...(!isOvertaken && { limit, remaining, readAt }),
      ...(answer.rateLimit && { ...answer.rateLimit, readAt: at }),
      lastAnswerAt: at,
      lastRequestId: answer.requestId ?? this.current.lastRequestId,
      refused: answer.status === 429 ? { at, retryAt: answer.retryAt } : undefined,
    });
  }

  /** The limit belongs to a key: with another one nothing is known. */
  reset(): void {
    this.set({});
  }

  private set(next: RateLimit): void {
    this.current = next;
    this.changed.fire(next);
  }
}

/**
 * How much of the limit is left. Numbers older than the window of an hour count as unknown.
 * @param value what the service said last
 * @param now in milliseconds since 1970
 */
export function rateLimitLevel(value: RateLimit, now: number): RateLimitLevel {
  const { refused, readAt, limit, remaining } = value;
  if (refused && now < (refused.retryAt ?? refused.at + windowLength)) {
    return "exhausted";
  }
  if (readAt === undefined || remaining === undefined || now - readAt >= windowLength) {
    return "unknown";
  }
  // What was left before a refusal that is over by now has been overtaken by it.
  if (remaining === 0) {
    return refused?.retryAt === undefined ? "exhausted" : "unknown";
  }
  return limit !== undefined && remaining < limit / 10 ? "low" : "ok";
}
