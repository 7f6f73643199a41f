import type { RateLimitReading } from "./rateLimit";
import type { RetryAt } from "./retryAfter";

/** One request and how it ended, for the log and the rate limit. Holds no header and no key. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly requestBody?: string | undefined;
  /** Missing when no whole answer arrived. */
  readonly answer?: {
    readonly status: number;
    readonly requestId?: string | undefined;
    readonly rateLimit?: RateLimitReading | undefined;
    /** Set after a 429 that names a time. */
    readonly retryAt?: RetryAt | undefined;
    readonly responseBody: string;
  };
  /** Why no answer arrived. */
  readonly problem?: string | undefined;
}
