/** What one answer said about the hourly limit (`X-RateLimit-Limit`, `X-RateLimit-Remaining`). */
export interface RateLimitReading {
  /** Requests allowed per hour. */
  readonly limit?: number | undefined;
  /** Requests left in the current window. */
  readonly remaining?: number | undefined;
}

/** Reads the headers of any answer; undefined when it carries neither, or a browser hides them. */
export function rateLimitFrom(headers: Headers): RateLimitReading | undefined {
  const limit = count(headers.get("x-ratelimit-limit"));
  const remaining = count(headers.get("x-ratelimit-remaining"));
  return limit === undefined && remaining === undefined ? undefined : { limit, remaining };
}

function count(value: string | null): number | undefined {
  return value !== null && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : undefined;
}
