import { encodeJson } from "./wellFormedJson";
import { codePointOf, lengthOf, readCharacter } from "./escapes";
import { backslash, quote, space } from "./scan";

/**
 * Two texts are the same version when their tokens are equal: strings by value, everything else by
 * spelling, and in the same order. White space and the way a string is escaped do not count.
 * @param a a text that `JSON.parse` accepts, as is `b`
 */
export function isSameVersion(a: string, b: string): boolean {
  return sameVersionAs(b)(a);
}

/**
 * As `isSameVersion`, for several texts beside one. What a service has before and after a write begins alike:
 * where a text begins as the one before it did, up to where that differed, only the rest is compared.
 * @param text that `JSON.parse` accepts, as are those that the function gets
 * @param encode gives the text as `encodeJson` does, for a caller who needs its bytes as well
 */
export function sameVersionAs(
  text: string,
  encode = () => encodeJson(text),
): (other: string) => boolean {
  let own: Uint8Array | undefined;
  let known = nothingKnown;
  return (other) => {
    if (other === text) {
      return true;
    }
    own ??= encode();
    const { start, ownLength } = other.startsWith(known.start) ? known : nothingKnown;
    const rest = other.slice(start.length);
    const bytes = encodeJson(rest);
    const difference = firstDifference(bytes, own, ownLength);
    // Where bytes and characters are counted alike, it is known where the difference is in the text.
    const isKnown = difference !== undefined && bytes.length === rest.length;
    known = isKnown
      ? { start: other.slice(0, start.length + difference.at), ownLength: difference.ownAt }
      : nothingKnown;
    return difference === undefined;
  };
}

/** A text's beginning up to the end of a token, and how many bytes of the own text say the same. */
const nothingKnown = { start: "", ownLength: 0 };

/** 1 for the bytes within a string that neither end it nor escape anything. */
const isPlain = new Uint8Array(256).fill(1);
isPlain[quote] = 0;
isPlain[backslash] = 0;

/** Where the first token begins that one has and the other has not. Bytes. */
interface Difference {
  readonly at: number;
  readonly ownAt: number;
}

/** Goes through both at once, our own from `ownStart`. */
function firstDifference(
  other: Uint8Array,
  own: Uint8Array,
  ownStart: number,
): Difference | undefined {
  let at = 0;
  let ownAt = ownStart;
  let token = at;
  let ownToken = ownAt;
  let isInString = false;
  while (at < other.length || ownAt < own.length) {
    if (!isInString) {
      // Between tokens nothing else is so low.
      while (other[at]! <= space) {
        at++;
      }
      while (own[ownAt]! <= space) {
        ownAt++;
      }
      token = at;
      ownToken = ownAt;
      if (at >= other.length && ownAt >= own.length) {
        return undefined;
      }
      isInString = other[at] === quote;
      if (other[at] !== own[ownAt]) {
        break;
      }
      at++;
      ownAt++;
    } else if (other[at] === backslash || own[ownAt] === backslash) {
      const one = readCharacter(other, at);
      const two = readCharacter(own, ownAt);
      // A quote is escaped in both, or it ends the string in one of them.
      const isEnd = other[at] === quote || own[ownAt] === quote;
      if (isEnd || codePointOf(one) !== codePointOf(two)) {
        break;
      }
      at += lengthOf(one);
      ownAt += lengthOf(two);
    } else {
      let byte = other[at]!;
      while (isPlain[byte] === 1 && byte === own[ownAt]) {
        byte = other[++at]!;
        ownAt++;
      }
      if (byte === quote && own[ownAt] === quote) {
        isInString = false;
        at++;
        ownAt++;
      } else if (byte !== backslash && own[ownAt] !== backslash) {
        break;
      }
    }
  }
  const isEnd = at >= other.length && ownAt >= own.length;
  return isEnd ? undefined : { at: token, ownAt: ownToken };
}

/**
 * Whether two texts say the same to most readers of JSON: keys in any order, numbers by value, the last
 * of duplicate keys, and an empty object for an empty list. A service that parses what it stores and
 * writes it again changes no more than that; a colleague's edit nearly always does.
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
