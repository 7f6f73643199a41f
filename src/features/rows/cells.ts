import type { Cell } from "./runResult";

/** Longer texts than numbers and dates have. UTF-16 code units. */
const longestNumber = 60;

/** As much of a text as its order depends on in the person's language; beyond it, code units count. */
const longestCompared = 1000;

const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const integerForm = /^-?\d+$/;
const dateForm =
  /^(\d{4}-\d{2}(?:-\d{2})?)(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

const collator = new Intl.Collator(undefined, { numeric: true });

/** Whether there is nothing in it: not found, `null`, or an empty text. */
export function isEmptyCell(cell: Cell): boolean {
  return cell === undefined || cell === null || cell === "";
}

/** A cell as text; nothing found and `null` are empty. */
export function cellText(cell: Cell): string {
  return cell === undefined || cell === null ? "" : String(cell);
}

/** A cell's number, also where it is spelled as JSON spells numbers; undefined where it is none. */
export function numberIn(cell: Cell): number | undefined {
  if (typeof cell === "number") {
    return Number.isFinite(cell) ? cell : undefined;
  }
  if (typeof cell !== "string" || cell.length > longestNumber || !numberForm.test(cell)) {
    return undefined;
  }
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
}

/** A cell's time in milliseconds since 1970, where it is a date or time of ISO 8601. Without a zone it counts as UTC. */
export function timeIn(cell: Cell): number | undefined {
  if (typeof cell !== "string" || cell.length > longestNumber) {
    return undefined;
  }
  const [, date, clock = "00:00", zone = "Z"] = dateForm.exec(cell) ?? [];
  const time = date === undefined ? Number.NaN : Date.parse(`${whole(date)}T${clock}${zone}`);
  return Number.isNaN(time) ? undefined : time;
}

function whole(date: string): string {
  return date.length === "2000-01".length ? `${date}-01` : date;
}

/**
 * The order of two texts of cells: numbers by value, before all else; texts as the person's language sorts them.
 * @returns zero only for equal texts
 */
export function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  const [first, second] = [numberIn(a), numberIn(b)];
  if (first !== undefined || second !== undefined) {
    const byNumber = compareNumbers(first, second) || compareDigits(a, b);
    return byNumber || byCodeUnits(a, b);
  }
  const byLanguage = collator.compare(a.slice(0, longestCompared), b.slice(0, longestCompared));
  return byLanguage || byCodeUnits(a, b);
}

function compareNumbers(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) {
    return a === undefined ? 1 : -1;
  }
  return a - b;
}

/** Numbers beyond 2^53 may be equal as JavaScript's numbers while their digits differ. */
function compareDigits(a: string, b: string): number {
  if (!integerForm.test(a) || !integerForm.test(b)) {
    return 0;
  }
  const [first, second] = [BigInt(a), BigInt(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

function byCodeUnits(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
