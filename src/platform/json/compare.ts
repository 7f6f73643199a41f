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
