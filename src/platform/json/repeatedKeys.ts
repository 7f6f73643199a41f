import { quote, skipSpace, skipString, skipValue } from "./scan";
import { hasParts, stepThrough } from "./places";
import type { Place } from "./namedPlace";

export interface RepeatedKey {
  readonly key: string;
  /** The one that does not count. */
  readonly earlier: Place;
  readonly later: Place;
}

const colon = 0x3a;

/** Deeper than any configuration; so that no text exhausts the stack. */
const maxDepth = 500;

/**
 * Keys that an object has more than once.
 * @param json a text that `JSON.parse` accepts
 * @param value what it makes of it
 */
export function repeatedKeys(json: string, value: unknown): RepeatedKey[] {
  // To count is several times as fast as to look, and nearly every text has none.
  return countMembers(json) === countKeys(value) ? [] : look(json);
}

function look(json: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const visit = (start: number, depth: number): number => {
    if (!hasParts(json, start) || depth > maxDepth) {
      return skipValue(json, start);
    }
    const known = new Map<string | number, Place>();
    return stepThrough(json, start, ({ name, key, start: valueStart }) => {
      const earlier = known.get(name);
      if (key) {
        known.set(name, key);
        if (earlier) {
          found.push({ key: String(name), earlier, later: key });
        }
      }
      return visit(valueStart, depth + 1);
    });
  };
  visit(skipSpace(json, 0), 0);
  return found;
}

/** Colons outside strings. */
function countMembers(json: string): number {
  let count = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === quote) {
      at = skipString(json, at) - 1;
    } else if (code === colon) {
      count++;
    }
  }
  return count;
}

function countKeys(value: unknown): number {
  let count = 0;
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "object" && next !== null) {
      const parts: unknown[] = Object.values(next);
      count += Array.isArray(next) ? 0 : parts.length;
      for (const part of parts) {
        if (typeof part === "object") {
          waiting.push(part);
        }
      }
    }
  }
  return count;
}
