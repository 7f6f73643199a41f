import type { RateLimitReading } from "./rateLimitHeaders";
import type { RetryAt } from "./retryAfter";

/** One request and how it ended, for the log and the rate limit. Holds no header and no key. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** What the log may hold of it; made when it is asked for. */
  readonly requestBody?: (() => string) | undefined;
  /** Missing when no whole answer arrived. */
  readonly answer?: {
    readonly status: number;
    readonly requestId?: string | undefined;
    readonly rateLimit?: RateLimitReading | undefined;
    /** Set after a 429 that names a time. */
    readonly retryAt?: RetryAt | undefined;
    /** What the log may hold of it; made when it is asked for. */
    readonly responseBody: () => string;
  };
  /** Why no answer arrived. */
  readonly problem?: string | undefined;
  /** The answer refuses what the key may lack the right for without anything being wrong. */
  readonly isRefusalNormal?: true;
}

/** A form, one with a file, or a JSON text; of a large one its UTF-8. */
export type RequestBody = URLSearchParams | FormData | string | Uint8Array<ArrayBuffer>;

interface Started {
  readonly method: string;
  readonly path: string;
  readonly mayLackRight?: true;
  readonly body?: RequestBody;
}

/**
 * Begins the record of a request.
 * @param hide masks what nobody may read in the body
 * @param now the time, in milliseconds since 1970
 */
export function startExchange(
  { method, path, body, mayLackRight }: Started,
  hide: (text: string) => string,
  now: () => number,
) {
  const startedAt = now();
  const requestBody = body ? () => hide(describeBody(body)) : undefined;
  const base = { method, path, startedAt, requestBody };
  const durationMs = () => now() - startedAt;
  return {
    answered: (answer: NonNullable<Exchange["answer"]>): Exchange => ({
      ...base,
      durationMs: durationMs(),
      answer,
      ...(mayLackRight && answer.status === 403 && { isRefusalNormal: true }),
    }),
    failed: (problem: string): Exchange => ({ ...base, durationMs: durationMs(), problem }),
  };
}

/** What the log may hold of a body: of a file only what it is. */
function describeBody(body: RequestBody): string {
  if (body instanceof FormData) {
    return [...body].map(describePart).join(", ");
  }
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : body.toString();
}

function describePart([name, value]: [string, FormDataEntryValue]): string {
  return `${name}: ${typeof value === "string" ? value : `${value.type}, ${value.size} bytes`}`;
}
