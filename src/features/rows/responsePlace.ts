import { parsePointer } from "../../platform/json/pointers";
import type { RunResult } from "./runResult";

/** As deep as places are looked for. Segments. */
const deepestRow = 1000;
const deepestPath = 100;

const longestPath = 2000;

/**
 * Where a cell stands in the response, as segments of a JSON Pointer: its row, and in it as far as the column's path
 * is one of names and indexes.
 * @param column undefined for the row as a whole
 * @returns undefined where the row's place is not known
 */
export function responsePlace(
  { rowPlaces, columns }: Pick<RunResult, "rowPlaces" | "columns">,
  row: number,
  column?: number,
): readonly string[] | undefined {
  const place = rowPlaces?.[row];
  if (place === undefined) {
    return undefined;
  }
  const path = column === undefined ? "" : (columns[column]?.path ?? "");
  return [...parsePointer(place).slice(0, deepestRow), ...segmentsOf(path)];
}

/** The beginning of a path that names one value: `$.a['b'][0].c`, `a.b` or `/a/b`. */
function segmentsOf(path: string): readonly string[] {
  const text = path.slice(0, longestPath);
  if (text.startsWith("/")) {
    return parsePointer(text).slice(0, deepestPath);
  }
  const segments: string[] = [];
  const step = /\.?([^.[\]'"*?@$]+)|\[(?:'([^'\\]*)'|"([^"\\]*)"|(\d+))\]/y;
  step.lastIndex = text.startsWith("$") ? 1 : 0;
  while (segments.length < deepestPath) {
    const found = step.exec(text);
    if (!found) {
      break;
    }
    segments.push(found.slice(1).find((part) => part !== undefined) ?? "");
  }
  return segments;
}
