import { headRow, type GridPlace } from "./gridBody";

/** What the effect of a key depends on. */
export interface KeyContext {
  /** How many rows a page has. */
  readonly page: number;
  /** The last row. */
  readonly last: number;
  /** Whether the key goes into an input: some move the caret there. */
  readonly isTyping: boolean;
}

/**
 * Where a key moves the focus, as the ARIA authoring practices have it for grids.
 * @returns undefined for a key that does not move it; else a place that may lie beyond the edges
 */
export function placeAfterKey(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">,
  { row, column }: GridPlace,
  { page, last, isTyping }: KeyContext,
): GridPlace | undefined {
  const isWhole = ctrlKey || metaKey;
  const end = Number.MAX_SAFE_INTEGER;
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "PageUp":
      return { row: row < 0 ? row : Math.max(0, row - page), column };
    case "PageDown":
      return { row: Math.max(0, row) + page, column };
    default:
  }
  if (isTyping) {
    return undefined;
  }
  switch (key) {
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "Home":
      return isWhole ? { row: headRow, column: 0 } : { row, column: 0 };
    case "End":
      return isWhole ? { row: last, column: end } : { row, column: end };
    default:
      return undefined;
  }
}
