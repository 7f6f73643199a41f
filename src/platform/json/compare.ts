import { encodeJson } from "./wellFormedJson";
import { codePointOf, lengthOf, readCharacter } from "./escapes";
import { backslash, quote, space } from "./scan";

/**
 * Two texts are the same version when their tokens are equal: strings by value, everything else by
 * spelling, and in the same order. White space and the way a string is escaped do not count.
 * @param a a text that `JSON.parse` accepts, as is `b`
 */
export function isSameVersion(a: string, b: string): boolean {
  return a === b || areTokensEqual(encodeJson(a), encodeJson(b));
}

/** Goes through both at once, up to the first difference. */
function areTokensEqual(a: Uint8Array, b: Uint8Array): boolean {
  let atA = 0;
  let atB = 0;
  for (;;) {
    // Between tokens nothing else is so low.
    while (a[atA]! <= space) {
      atA++;
    }
    while (b[atB]! <= space) {
      atB++;
    }
    if (atA >= a.length || atB >= b.length || a[atA] !== b[atB]) {
      return atA >= a.length && atB >= b.length;
    }
    if (a[atA] !== quote) {
      atA++;
      atB++;
      continue;
    }
    do {
      atA++;
      atB++;
      while (a[atA] === backslash || b[atB] === backslash) {
        const one = readCharacter(a, atA);
        const other = readCharacter(b, atB);
        // A quote is escaped in both, or it ends the string in one of them.
        const isEnd = a[atA] === quote || b[atB] === quote;
        if (isEnd || codePointOf(one) !== codePointOf(other)) {
          return false;
        }
        atA += lengthOf(one);
        atB += lengthOf(other);
      }
      if (a[atA] !== b[atB]) {
        return false;
      }
    } while (a[atA] !== quote && atA < a.length);
    atA++;
    atB++;
  }
}

/**
 * Whether two texts say the same to most readers of JSON: keys in any order, numbers by value, the last
 * of duplicate keys, and an empty object for an empty list. A service that parses what it stores and
 * writes it anew changes no more than that; a colleague's edit nearly always does.
 * @param a a text that `JSON.parse` accepts, as is `b`
 */
export function isLooselyEqual(a: string, b: string): boolean {
  try {
    return isEqual(JSON.parse(a), JSON.parse(b));
  } catch (error) {
    if (error instanceof RangeError) {
      return false; // nested deeper than the stack: better taken for a colleague's edit
    }
    throw error;
  }
}

function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
    return a === b;
  }
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  const isOneKind = Array.isArray(a) === Array.isArray(b) || left.length === 0;
  return (
    isOneKind &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isEqual(value, right.get(key)))
  );
}
