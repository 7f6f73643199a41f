import { int, text, type Schema } from "./forms";

const rate = {
  "x-ratelimit-limit": int({ minimum: 1, maximum: 10_000 }),
  "x-ratelimit-remaining": int({ minimum: 0, maximum: 10_000 }),
};
const anyOrigin = { "access-control-allow-origin": text(255, { enum: ["*"] }) };
const retryAfter = { "retry-after": int({ minimum: 1, maximum: 86_400 }) };
const authenticate = { "www-authenticate": text(255, { pattern: "^Bearer.*" }) };

/** Statuses whose answers tell how much of the hourly limit is left; 500 and successes do not. */
const withRate = [400, 401, 403, 404, 409, 422, 429];

/** The headers that an answer of this status has to carry, by lower-case name. */
export function headersFor(status: number): Readonly<Record<string, Schema>> {
  return {
    ...(withRate.includes(status) && rate),
    ...(status === 401 && authenticate),
    ...(status === 429 && retryAfter),
    ...(status >= 400 && anyOrigin),
  };
}

/** Headers that are documented for some statuses, and so must be absent from all others. */
export const telling = Object.keys({ ...rate, ...authenticate, ...retryAfter });
