import { element } from "./dom";
import { bodyCell, type CellContext } from "./gridCells";
import {
  columnsBetween,
  layOutRows,
  rowHeight,
  type ColumnLayout,
  type RowLayout,
} from "./gridLayout";

/** Rows of the grid above those of the table: the columns' heads and the filters. */
export const headRow = -2;
export const filterRow = -1;

/** How many rows more than those that are seen are there, so that scrolling shows no gap. */
const spare = 6;

/** A cell of the grid: the row among those that are shown, and the column, of which the first has the rows' numbers. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** What the body shows. */
export interface BodyContent extends CellContext {
  readonly layout: ColumnLayout;
}

/** What the body asks of the grid around it. */
export interface BodyHost {
  /** The element that scrolls, and its part above the body, which stays. */
  readonly scroller: HTMLElement;
  readonly head: HTMLElement;
  /** The cell that takes the focus. */
  readonly active: () => GridPlace;
  readonly isSelected: (row: number) => boolean;
}

/** The rows of a grid. Only those rows and columns are in the page that are seen. */
export class GridBody {
  readonly root = element("div", {
    className: "grid-body",
    attributes: { role: "rowgroup" },
  });
  /** Indexes of the rows that are shown. */
  rows = new Uint32Array();
  private content: BodyContent | undefined;
  private rowLayout: RowLayout = layOutRows(0);
  private readonly shown = new Map<number, HTMLElement>();
  private shownColumns = { first: 0, end: 0 };

  constructor(private readonly host: BodyHost) {}

  /** Takes other columns and cells; `setRows` and `draw` follow. */
  show(content: BodyContent): void {
    this.content = content;
    this.root.style.width = `${content.layout.total}px`;
  }

  /** Takes other rows of the table; `draw` follows. */
  setRows(rows: Uint32Array<ArrayBuffer>): void {
    this.rows = rows;
    this.rowLayout = layOutRows(rows.length);
    this.root.style.height = `${this.rowLayout.height}px`;
  }

  /** Redraws everything: cells have changed. */
  redraw(): void {
    this.shown.clear();
    this.root.replaceChildren();
    this.shownColumns = this.seenColumns();
    this.draw();
  }

  /** Whether other columns are seen than those that are drawn. */
  get hasOtherColumns(): boolean {
    const { first, end } = this.seenColumns();
    return first !== this.shownColumns.first || end !== this.shownColumns.end;
  }

  /** Puts in the rows that are missing, and takes out those that are no longer seen. */
  draw(): void {
    const { scrollTop } = this.host.scroller;
    const start = this.rowLayout.rowAt(scrollTop, this.viewHeight);
    const wanted = this.wantedRows(start);
    // The row that has the focus would lose it.
    const focused = document.activeElement;
    for (const [row, line] of this.shown) {
      if (!wanted.includes(row) && !line.contains(focused)) {
        line.remove();
        this.shown.delete(row);
      }
    }
    let before: Node | null = this.root.firstChild;
    for (const row of wanted) {
      let line = this.shown.get(row);
      if (line) {
        before = line.nextSibling;
      } else {
        line = this.createRow(row);
        this.shown.set(row, line);
        this.root.insertBefore(line, before);
      }
    }
    for (const [row, line] of this.shown) {
      line.style.transform = `translateY(${Math.round(scrollTop + (row - start) * rowHeight)}px)`;
    }
  }

  /** The element of a row, where it is in the page. */
  line(row: number): HTMLElement | undefined {
    return this.shown.get(row);
  }

  /** How many rows are seen as a whole. */
  get fitting(): number {
    return Math.max(1, Math.floor(this.viewHeight / rowHeight));
  }

  /** Scrolls so that a cell is seen. */
  reveal({ row, column }: GridPlace): void {
    const { viewHeight, fitting } = this;
    const { scroller } = this.host;
    const first = this.rowLayout.rowAt(scroller.scrollTop, viewHeight);
    if (row >= 0 && row < first) {
      scroller.scrollTop = this.rowLayout.scrollTopOf(row, viewHeight);
    } else if (row > first + fitting - 1) {
      scroller.scrollTop = this.rowLayout.scrollTopOf(row - fitting + 1, viewHeight);
    }
    const { lefts, widths } = this.content?.layout ?? { lefts: [], widths: [] };
    const left = lefts[column] ?? 0;
    const right = left + (widths[column] ?? 0);
    const numbers = widths[0] ?? 0; // stays where it is
    if (column > 0 && left < scroller.scrollLeft + numbers) {
      scroller.scrollLeft = left - numbers;
    } else if (right > scroller.scrollLeft + scroller.clientWidth) {
      scroller.scrollLeft = Math.min(left - numbers, right - scroller.clientWidth);
    }
    this.draw();
  }

  /** Marks the selected rows among those that are in the page. */
  showSelection(): void {
    for (const [position, line] of this.shown) {
      const isSelected = this.host.isSelected(this.rows[position] ?? -1);
      line.setAttribute("aria-selected", String(isSelected));
    }
  }

  private get viewHeight(): number {
    const { scroller, head } = this.host;
    return Math.max(0, scroller.clientHeight - head.offsetHeight);
  }

  private seenColumns() {
    const { scrollLeft, clientWidth } = this.host.scroller;
    return this.content
      ? columnsBetween(this.content.layout, scrollLeft, scrollLeft + clientWidth)
      : { first: 0, end: 0 };
  }

  private wantedRows(start: number): number[] {
    const first = Math.max(0, Math.floor(start) - spare);
    const seen = Math.ceil(this.viewHeight / rowHeight) + 2 * spare;
    const count = Math.max(0, Math.min(seen, this.rows.length - first));
    return Array.from({ length: count }, (_, index) => first + index);
  }

  private createRow(position: number): HTMLElement {
    const { content } = this;
    const row = this.rows[position] ?? 0;
    const line = element("div", {
      className: `row ${content?.table.markOf(row) ?? ""}`,
      attributes: {
        role: "row",
        "aria-rowindex": position - headRow + 1,
        "aria-selected": String(this.host.isSelected(row)),
        "data-row": position,
      },
    });
    if (content) {
      const columns = this.columnsOf(position);
      line.append(...columns.map((column) => this.createCell(content, position, row, column)));
    }
    return line;
  }

  /** Those that are seen, the numbers of the rows, and the one that takes the focus. */
  private columnsOf(position: number): number[] {
    const { first, end } = this.shownColumns;
    const seen = Array.from({ length: end - first }, (_, index) => first + index);
    const active = this.host.active();
    const columns = new Set([0, ...seen, ...(active.row === position ? [active.column] : [])]);
    return [...columns].toSorted((a, b) => a - b);
  }

  private createCell(content: BodyContent, position: number, row: number, column: number) {
    const { lefts, widths } = content.layout;
    const cell = bodyCell(content, row, column);
    if (column > 0) {
      cell.style.left = `${lefts[column]}px`;
    }
    cell.style.width = `${widths[column]}px`;
    cell.setAttribute("aria-colindex", String(column + 1));
    const active = this.host.active();
    cell.tabIndex = position === active.row && column === active.column ? 0 : -1;
    return cell;
  }
}
