/** A point in time, in milliseconds since 1970, from which on the server allows another try. */
export type RetryAt = number;

/** The last point in time that JavaScript knows. Milliseconds since 1970. */
const lastTime = 8.64e15;

/**
 * Reads `Retry-After`: seconds (documented, 1 to 86,400) or an HTTP date (seen in the official client).
 * @param now milliseconds since 1970
 * @returns undefined when the header is missing, negative, neither of the two, or no time that there can be
 */
export function retryAtFrom(headers: Headers, now: number): RetryAt | undefined {
  const at = timeFrom(headers, now);
  return at !== undefined && Math.abs(at) <= lastTime ? at : undefined;
}

function timeFrom(headers: Headers, now: number): RetryAt | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) {
    return undefined;
  }
  if (/^\d+(\.\d+)?$/.test(value)) {
    return now + Number(value) * 1000;
  }
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(date)) {
    return undefined;
  }
  // The server's clock may differ from ours: its own Date header tells by how much.
  const serverNow = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(serverNow) ? date : now + (date - serverNow);
}
