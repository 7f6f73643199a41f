import { errorAnswer, Refusal } from "./answers";
import type { World } from "./model";

/** Counts a request against the hourly limit; an answer when there is none left. */
export function limited({ settings }: World): Response | undefined {
  const { rateLimit, retryAfter } = settings;
  if (rateLimit.remaining > 0) {
    rateLimit.remaining--;
    return undefined;
  }
  const refusal = new Refusal(429, "TOO_MANY_REQUESTS", "Rate limit exceeded. Retry later.");
  return errorAnswer(refusal, retryAfter === null ? {} : { "retry-after": retryAfter });
}
