import { cellOf, isRecord, SpelledNumber } from "../../rows/responseJson";
import type { Effort } from "./effort";

function equals(left: unknown, right: unknown, effort: Effort): boolean {
  if (left === right || left === null || typeof left !== "object") {
    return left === right || compareNumbers(left, right) === 0;
  }
  const open: (readonly [unknown, unknown])[] = [[left, right]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    effort.spend(1);
    const [a, b] = pair;
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) {
        return false;
      }
      effort.spend(a.length);
      a.forEach((one, index) => open.push([one, b[index]]));
    } else if (isRecord(a) && isRecord(b)) {
      const keys = Object.keys(a);
      effort.spend(keys.length);
      if (keys.length !== Object.keys(b).length || keys.some((key) => !Object.hasOwn(b, key))) {
        return false;
      }
      keys.forEach((key) => open.push([a[key], b[key]]));
    } else if (a !== b && compareNumbers(a, b) !== 0) {
      return false;
    }
  }
  return true;
}

/**
 * Whether a comparison holds, of numbers by what they are worth; https://www.rfc-editor.org/rfc/rfc9535#name-comparisons.
 * @param sign `==`, `!=`, `<`, `<=`, `>` or `>=`
 */
export function compare(left: unknown, sign: string, right: unknown, effort: Effort): boolean {
  const isOrdered =
    (sign.startsWith("<") && isLess(left, right)) || (sign.startsWith(">") && isLess(right, left));
  return isOrdered || (sign.endsWith("=") && equals(left, right, effort) === !sign.startsWith("!"));
}

/** Whether one of two numbers, or of two texts, comes first. */
function isLess(left: unknown, right: unknown): boolean {
  return typeof left === "string" && typeof right === "string"
    ? left < right
    : (compareNumbers(left, right) ?? 0) < 0;
}

/** Which of two numbers is greater, exactly, whatever their size; undefined where they aren't two numbers. */
function compareNumbers(left: unknown, right: unknown): number | undefined {
  if (typeof left === "number" && typeof right === "number") {
    return left - right;
  }
  if (!isNumber(left) || !isNumber(right)) {
    return undefined;
  }
  const [a, b] = [scaled(left), scaled(right)];
  return a < b ? -1 : Number(a > b);
}

function isNumber(value: unknown): value is number | SpelledNumber {
  return typeof value === "number" || value instanceof SpelledNumber;
}

/** A number times ten to the power of 2000, exactly for all exponents to 1000 and 1000 decimals. */
function scaled(number: number | SpelledNumber): bigint {
  const [, whole = "", broken = "", power] =
    /^(-?\d+)\.?(\d{0,1000})\d*[eE]?(.*)$/.exec(String(cellOf(number))) ?? [];
  const exponent = Math.min(Math.max(Number(power), -1000), 1000) - broken.length;
  return BigInt(whole + broken) * 10n ** BigInt(2000 + exponent);
}
