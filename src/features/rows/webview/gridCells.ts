import { cellText } from "../cells";
import type { ColumnKind } from "../columnProfile";
import type { RowMark, RowTable } from "../rowTable";
import { element } from "./dom";
import type { ViewTexts } from "./viewTexts";

/** A cell of the grid shows no more. UTF-16 code units. */
const shownText = 300;

const signs: Readonly<Record<RowMark, string>> = { same: "", added: "+", changed: "●", gone: "−" };

/** What a cell's look depends on. */
export interface CellContext {
  readonly table: RowTable;
  readonly viewTexts: ViewTexts;
  /** By column, as far as it is known. */
  readonly kinds: ReadonlyMap<number, ColumnKind>;
  /** What a changed row had in its columns before. */
  readonly before: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** A cell of the grid's body. @param column of the grid: the first one has the numbers of the rows */
export function bodyCell(context: CellContext, row: number, column: number): HTMLElement {
  return column === 0 ? numberCell(context, row) : valueCell(context, row, column - 1);
}

function numberCell({ table, viewTexts }: CellContext, row: number): HTMLElement {
  const mark = table.markOf(row);
  const number = mark === "gone" ? "" : viewTexts.number(row + 1);
  const sign = element("span", { className: "sign", text: signs[mark] });
  sign.setAttribute("aria-hidden", "true");
  const spoken = mark === "same" ? number : `${number} ${viewTexts.text(mark)}`;
  return element(
    "div",
    { className: "cell row-number", attributes: { role: "rowheader", "aria-label": spoken } },
    sign,
    element("span", { text: number }),
  );
}

function valueCell({ table, viewTexts, kinds, before }: CellContext, row: number, column: number) {
  const cell = table.cell(row, column);
  const text = cell === null ? "null" : cellText(cell).slice(0, shownText);
  const kind = cell === null ? "nothing" : (kinds.get(column) ?? "text");
  const made = element("div", { className: `cell ${kind}`, attributes: { role: "gridcell" } });
  const old = before.get(row)?.get(column);
  if (old === undefined) {
    made.textContent = text;
    made.title = text;
    return made;
  }
  const was = viewTexts.text("before", old.slice(0, shownText));
  made.classList.add("changed");
  made.title = was;
  const removed = element("del", { text: old.slice(0, shownText) });
  removed.setAttribute("aria-hidden", "true");
  made.append(
    removed,
    document.createTextNode(" "),
    element("span", { text }),
    element("span", { className: "spoken", text: ` (${was})` }),
  );
  return made;
}
