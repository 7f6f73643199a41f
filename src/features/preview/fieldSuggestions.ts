import { isDay } from "../../platform/flow/dateRange";
import { select } from "./jsonPath/select";
import { cellOf } from "../rows/responseJson";
import { pathsIn, type FoundPath } from "./responsePaths";
import type { Cell } from "../rows/runResult";

/** A field that could be made of a part of the rows. */
export interface FieldSuggestion {
  readonly id: string;
  readonly label: string;
  /** A guess from all values. */
  readonly dataType: string;
  /** Of how many values that aren't empty it was guessed. */
  readonly values: number;
  readonly path: string;
  readonly sample: string;
}

/**
 * The leaves of rows as fields.
 * @param taken IDs that fields have already
 */
export function suggestFields(
  rows: readonly unknown[],
  taken: ReadonlySet<string>,
): readonly FieldSuggestion[] {
  const ids = new Set(taken);
  return pathsIn(rows, "first")
    .filter(({ kind }) => kind === "value")
    .map((found) => suggestion(found, rows, ids));
}

function suggestion(
  { segments, path, sample }: FoundPath,
  rows: readonly unknown[],
  ids: Set<string>,
): FieldSuggestion {
  const names = segments.map((one) =>
    one.kind === "name" ? one.name : one.kind === "index" ? String(one.index + 1) : "",
  );
  const words = names.flatMap(
    (name) => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, " ").match(/[\p{L}\d]+/gu) ?? [],
  );
  const cells = rows.flatMap((row) => {
    const [match] = select(row, segments);
    const cell = match && cellOf(match.value);
    return cell === undefined || cell === null || cell === "" ? [] : [cell];
  });
  return {
    id: freeId(words, ids),
    label:
      words
        .join(" ")
        .toLowerCase()
        .replace(/^./u, (first) => first.toUpperCase()) || path,
    dataType: guessDataType(cells),
    values: cells.length,
    path,
    sample,
  };
}

/** Lower-case letters, digits and underscores; https://docs.supermetrics.com/docs/reporting. */
function freeId(words: readonly string[], ids: Set<string>): string {
  const plain = words
    .join("_")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, "");
  const base = plain || "field";
  let id = base;
  for (let number = 2; ids.has(id); number++) {
    id = `${base}_${number}`;
  }
  ids.add(id);
  return id;
}

const number = /^-?\d{1,30}(?:\.\d{1,30})?(?:[eE][-+]?\d{1,3})?$/;

const guesses: readonly (readonly [dataType: string, fits: (cell: Cell) => boolean])[] = [
  ["string.time.date", (cell) => typeof cell === "string" && isDay(cell)],
  [
    "string.time.datetime",
    (cell) => typeof cell === "string" && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(cell),
  ],
  ["bool", (cell) => typeof cell === "boolean"],
  ["int.number.value", (cell) => isNumeric(cell) && /^-?\d+$/.test(String(cell))],
  ["float.number.value", isNumeric],
  ["string.text.url", (cell) => typeof cell === "string" && /^https?:\/\/\S{1,2000}$/.test(cell)],
];

/** Whether a value is a number, or a text that is one. */
export function isNumeric(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && number.test(cell));
}

/** The data type that all values fit; https://supermetrics.com/docs/product-api-enum-field-data-type. */
export function guessDataType(cells: readonly Cell[]): string {
  const fitting = cells.length > 0 && guesses.find(([, fits]) => cells.every(fits));
  return fitting ? fitting[0] : "string.text.value";
}
