import { cellText, compareTexts, isEmptyCell, numberIn } from "./cells";
import type { Cell } from "./runResult";

/** Whether a cell is wanted. */
export type CellTest = (cell: Cell) => boolean;

const form = /^\s*(!=|>=|<=|=|>|<)\s*/;

/**
 * What a person typed into the filter of a column: a part of the text in any case, or `=`, `!=`, `>`, `>=`, `<`, `<=`
 * and a value. `=` alone means empty cells, `!=` alone all others.
 * @returns undefined where nothing was typed
 */
export function cellCondition(typed: string): CellTest | undefined {
  const [start = "", operator] = form.exec(typed) ?? [];
  const value = typed.slice(start.length).trim();
  switch (operator) {
    case undefined:
      return value ? containing(value) : undefined;
    case "=":
      return value ? (cell) => isEqual(cell, value) : isEmptyCell;
    case "!=":
      return value ? (cell) => !isEqual(cell, value) : (cell) => !isEmptyCell(cell);
    default:
      return value ? comparing(operator, value) : undefined;
  }
}

function containing(part: string): CellTest {
  const wanted = part.toLowerCase();
  return (cell) => cellText(cell).toLowerCase().includes(wanted);
}

function isEqual(cell: Cell, value: string): boolean {
  const text = cellText(cell);
  if (text.toLowerCase() === value.toLowerCase()) {
    return true;
  }
  const number = numberIn(value);
  // Of numbers beyond 2^53 only the digits tell.
  return number !== undefined && Math.abs(number) < 2 ** 53 && numberIn(cell) === number;
}

/** An empty cell is neither smaller nor larger; nor is a text, where a number is asked for. */
function comparing(operator: string, value: string): CellTest {
  const isNumber = numberIn(value) !== undefined;
  return (cell) => {
    if (isEmptyCell(cell) || (isNumber && numberIn(cell) === undefined)) {
      return false;
    }
    const order = isEqual(cell, value) ? 0 : compareTexts(cellText(cell), value);
    switch (operator) {
      case ">":
        return order > 0;
      case ">=":
        return order >= 0;
      case "<":
        return order < 0;
      default:
        return order <= 0;
    }
  };
}
