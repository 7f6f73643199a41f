import type { StoredConnector } from "../connectors/storedConnector";
import { parseServerTime, timePrecision } from "../../platform/http/serverTime";
import type { Version } from "./versionFileName";

/**
 * When what the service has came to be, as far as it tells. All times in milliseconds since 1970.
 * @param now for a service that tells no time, or only today's date
 */
export function publishedAt(
  { connector }: Pick<StoredConnector, "connector">,
  now: number,
): number {
  const { updatedAt = "" } = connector;
  const at = parseServerTime(updatedAt);
  if (at === undefined) {
    return now;
  }
  const precision = timePrecision(updatedAt);
  const mayBeNow = precision > 1000 && now >= at && now < at + precision;
  return mayBeNow ? now : at;
}

/**
 * When a publish from here replaced a version by another one: by the service's clock, as what others publish, or by
 * this computer's where the service's answer doesn't tell the time of the publish.
 */
export function timesOfPublish(
  before: Pick<StoredConnector, "connector">,
  stored: Pick<StoredConnector, "connector">,
  now: number,
): { readonly before: number; readonly stored: number } {
  const replaced = publishedAt(before, now);
  const serverTime = publishedAt(stored, now);
  const hasServerTime = serverTime > replaced || replaced === now;
  const published = hasServerTime ? serverTime : Math.max(now, replaced);
  return { before: Math.min(replaced, published), stored: published };
}

/** The newest first, by the second that people see; of the same second what became known last. */
export function newestFirst(a: Version, b: Version): number {
  return secondOf(b) - secondOf(a) || b.order - a.order;
}

function secondOf({ at }: Version): number {
  return Math.floor(at / 1000);
}
