import { colon, forEachPart, hasParts, skipSpace, skipString, skipValue, type Place } from "./scan";

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

/** Strings that a colon follows. */
function countMembers(json: string): number {
  let count = 0;
  for (let open = json.indexOf('"'); open >= 0;) {
    const end = skipString(json, open);
    if (json.charCodeAt(skipSpace(json, end)) === colon) {
      count++;
    }
    open = json.indexOf('"', end);
  }
  return count;
}

function countKeys(value: unknown): number {
  let count = 0;
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) {
      for (const item of next) {
        if (typeof item === "object" && item !== null) {
          waiting.push(item);
        }
      }
    } else if (typeof next === "object" && next !== null) {
      const members = next as Readonly<Record<string, unknown>>;
      for (const key of Object.keys(members)) {
        count++;
        const member = members[key];
        if (typeof member === "object" && member !== null) {
          waiting.push(member);
        }
      }
    }
  }
  return count;
}
