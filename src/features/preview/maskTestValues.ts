import { spellingsOf } from "../../platform/masking/secretSpellings";
import type { Cell } from "../rows/runResult";
import { maskName, type TestValue } from "./testValues";

/** Shorter ones would be found in words and numbers that have nothing to do with them. */
const shortest = 4;

/**
 * Makes what puts the names of credentials in their place, for what a source answers: it may repeat what it was sent.
 * @param values by the ID of the test value
 */
export function maskTestValues(
  testValues: readonly TestValue[],
  values: ReadonlyMap<string, string>,
): (text: string) => string {
  const spellings = testValues
    .filter(({ isSecret }) => isSecret)
    .flatMap(({ id }) => {
      const value = values.get(id) ?? "";
      return value.trim().length < shortest
        ? []
        : spellingsOf(value).map((spelling) => ({ spelling, name: maskName(id) }));
    })
    // The longest first: one may begin with another.
    .toSorted((a, b) => b.spelling.length - a.spelling.length);
  return (text) => {
    const readable = withoutEscapes(text);
    const masked = spellings.reduce(
      (rest, { spelling, name }) => rest.replaceAll(spelling, () => name),
      readable,
    );
    return masked === readable ? text : masked;
  };
}

/** JSON may escape any character; quotes and backslashes stay escaped, so that it stays JSON. */
function withoutEscapes(text: string): string {
  return text.includes("\\u00")
    ? text.replace(/\\\\|\\u00([2-7][\da-f])/gi, (escape, code: string | undefined) => {
        const character = String.fromCharCode(Number.parseInt(code ?? "5c", 16));
        return /["\\\u007f]/.test(character) ? escape : character;
      })
    : text;
}

/** Rows without credentials; the same rows where none can be in them. */
export function maskRows(
  rows: readonly (readonly Cell[])[],
  body: string,
  mask: (text: string) => string,
): readonly (readonly Cell[])[] {
  if (mask(body) === body && !body.includes("\\u")) {
    return rows;
  }
  const maskCell = (cell: Cell) => {
    const text = typeof cell === "number" ? String(cell) : cell;
    const masked = typeof text === "string" ? mask(text) : text;
    return masked === text ? cell : masked;
  };
  return rows.map((row) => row.map(maskCell));
}
