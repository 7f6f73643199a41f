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
  return (text) =>
    spellings.reduce((rest, { spelling, name }) => rest.replaceAll(spelling, () => name), text);
}

/** Rows without credentials; the same rows where none can be in them. */
export function maskRows(
  rows: readonly (readonly Cell[])[],
  body: string,
  mask: (text: string) => string,
): readonly (readonly Cell[])[] {
  const isClean = mask(body) === body && !body.includes("\\u");
  return isClean
    ? rows
    : rows.map((row) => row.map((cell) => (typeof cell === "string" ? mask(cell) : cell)));
}
