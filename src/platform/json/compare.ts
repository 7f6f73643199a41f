import { codePointOf, lengthOf, readCharacter } from "./escapes";
import { backslash, isSpace, quote } from "./scan";

/**
 * Two texts are the same version when their tokens are equal: strings by value, everything else by
 * spelling, and in the same order. White space and the way a string is escaped do not count.
 * @param a a text that `JSON.parse` accepts, as is `b`
 */
export function isSameVersion(a: string, b: string): boolean {
  return a === b || areTokensEqual(encoder.encode(a), encoder.encode(b));
}

const encoder = new TextEncoder();

/** Goes through both at once, up to the first difference. */
function areTokensEqual(a: Uint8Array, b: Uint8Array): boolean {
  let atA = 0;
  let atB = 0;
  let isInString = false;
  for (;;) {
    if (!isInString) {
      while (isSpace(a[atA])) {
        atA++;
      }
      while (isSpace(b[atB])) {
        atB++;
      }
    }
    if (atA >= a.length || atB >= b.length) {
      return atA >= a.length && atB >= b.length;
    }
    const byte = a[atA]!;
    if (isInString && (byte === backslash || b[atB] === backslash)) {
      const one = readCharacter(a, atA);
      const other = readCharacter(b, atB);
      if (codePointOf(one) !== codePointOf(other)) {
        return false;
      }
      // A quote is escaped on either side, or it would end the string on one of them.
      if (codePointOf(one) === quote && (byte === quote || b[atB] === quote)) {
        return false;
      }
      atA += lengthOf(one);
      atB += lengthOf(other);
    } else {
      if (byte !== b[atB]) {
        return false;
      }
      isInString = (byte === quote) !== isInString;
      atA++;
      atB++;
    }
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
