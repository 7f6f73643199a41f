import { isObject } from "./parsedValue";
import { forEachPart, hasParts, skipSpace, skipValue, type Place } from "./scan";

/** A key that an object has again. */
export interface RepeatedKey {
  readonly key: string;
  /** The one that does not count. */
  readonly earlier: Place;
  readonly later: Place;
}

/** Deeper than any configuration; so that no text exhausts the stack. */
const maxDepth = 500;

/**
 * Keys that an object has more than once.
 * @param json a text that `JSON.parse` accepts
 * @param value what it makes of it
 */
export function repeatedKeys(json: string, value: unknown): RepeatedKey[] {
  // To count is many times as fast as to look, and nearly every text has none. A colon that is escaped would be
  // missing from the count.
  const isEscaped = json.includes("\\u003") && /\\u003a/i.test(json);
  return !isEscaped && countColons(json) === colonsOf(value) ? [] : findRepeatedKeys(json);
}

function findRepeatedKeys(json: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const visit = (start: number, depth: number): number => {
    if (!hasParts(json, start) || depth > maxDepth) {
      return skipValue(json, start);
    }
    const known = new Map<string | number, Place>();
    return forEachPart(json, start, ({ name, key, start: valueStart }) => {
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

function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) {
    count++;
  }
  return count;
}

/** How many colons a text has at least that makes this value; so many if it repeats no key and escapes no colon. */
function colonsOf(value: unknown): number {
  let count = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string") {
      count += countColons(next);
    } else if (Array.isArray(next)) {
      for (const item of next) {
        waiting.push(item);
      }
    } else if (isObject(next)) {
      for (const key in next) {
        count += 1 + countColons(key);
        const member = next[key];
        if (typeof member === "string") {
          count += countColons(member);
        } else {
          waiting.push(member);
        }
      }
    }
  }
  return count;
}
