import { element } from "./dom";
import { filterRow, GridBody, headRow, type BodyContent, type GridPlace } from "./gridBody";
import { placeAfterKey } from "./gridKeys";
import { GridSelection } from "./gridSelection";

/** What stands in the grid. */
export interface GridContent extends BodyContent {
  /** The rows with the heads and the filters, a cell for each column and one for the row numbers. */
  readonly heads: readonly [HTMLElement, HTMLElement];
}

/** What is done with it. Rows are those of the table, columns those of the run. */
export interface GridActions {
  /** Enter or a double click on a cell. */
  readonly open: (row: number, column: number) => void;
  readonly openField: (column: number) => void;
  readonly sort: (column: number) => void;
  /** Makes a column wider, or with a negative number narrower. Pixels. */
  readonly widen: (column: number, by: number) => void;
  readonly copyCell: (row: number, column: number) => void;
  readonly copyRows: () => void;
  readonly selected: (rows: readonly number[]) => void;
  readonly scrolled: (top: number, left: number) => void;
}

/** What a key changes a column's width by. Pixels. */
const keyStep = 16;

/** A grid as the keyboard and a screen reader expect it: one of its cells takes the focus. */
export class Grid {
  readonly root: HTMLElement;
  private readonly head = element("div", {
    className: "grid-head",
    attributes: { role: "rowgroup" },
  });
  private readonly body: GridBody;
  private readonly selection = new GridSelection();
  private content: GridContent | undefined;
  private active: GridPlace = { row: headRow, column: 1 };
  private isDrawing = false;

  constructor(
    label: string,
    private readonly actions: GridActions,
  ) {
    const attributes = { role: "grid", "aria-label": label, "aria-multiselectable": "true" };
    this.root = element("div", { className: "grid", attributes }, this.head);
    this.body = new GridBody({
      scroller: this.root,
      head: this.head,
      active: () => this.active,
      isSelected: (row) => this.selection.has(row),
    });
    this.root.append(this.body.root);
    this.root.addEventListener("scroll", () => this.drawSoon(), { passive: true });
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.root.addEventListener("dblclick", (event) => this.opened(event));
    this.root.addEventListener("focusin", (event) => this.focused(event));
    new ResizeObserver(() => this.drawSoon()).observe(this.root);
  }

  /** Shows other columns. */
  show(content: GridContent): void {
    this.content = content;
    const hadFocus = this.head.contains(document.activeElement);
    const count = content.layout.widths.length;
    this.head.replaceChildren(...content.heads);
    this.head.style.width = `${content.layout.total}px`;
    this.root.setAttribute("aria-colcount", String(count));
    this.active = { ...this.active, column: Math.min(this.active.column, count - 1) };
    this.body.show(content);
    this.redraw();
    if (hadFocus) {
      this.focusActive();
    }
  }

  /** Shows these rows of the table. @param isLonger whether they are those that are shown, and more behind them */
  setRows(rows: Uint32Array<ArrayBuffer>, isLonger: boolean): void {
    this.body.setRows(rows);
    this.root.setAttribute("aria-rowcount", String(rows.length - headRow));
    if (isLonger) {
      this.body.draw();
      return;
    }
    this.active = { ...this.active, row: Math.min(this.active.row, rows.length - 1) };
    this.redraw();
  }

  /** Selects rows again that were selected before the view was hidden. */
  restoreSelection(rows: readonly number[]): void {
    this.selection.restore(rows);
    this.body.showSelection();
  }

  /** The rows that are wanted: several that are selected, or all that are shown. */
  get wanted(): readonly number[] {
    const rows = Array.from(this.body.rows);
    const selected = rows.filter((row) => this.selection.has(row));
    return selected.length > 1 ? selected : rows;
  }

  /** Gives the focus back to the cell that had it: its element may be another one now. */
  focusActive(): void {
    this.activeCell()?.focus({ preventScroll: true });
  }

  /** Whether no more can be scrolled: what was to be scrolled to may not have come yet. */
  get isAtEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.root;
    return scrollTop + clientHeight >= scrollHeight - 1;
  }

  /** Scrolls to a place. Pixels. */
  scrollTo(top: number, left: number): void {
    this.root.scrollTo({ top, left });
  }

  private redraw(): void {
    const hadFocus = this.body.root.contains(document.activeElement);
    this.body.redraw();
    this.markActive();
    if (hadFocus) {
      this.focusActive();
    }
  }

  private drawSoon(): void {
    if (this.isDrawing) {
      return;
    }
    this.isDrawing = true;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      if (this.body.hasOtherColumns) {
        this.redraw();
      } else {
        this.body.draw();
      }
      this.actions.scrolled(this.root.scrollTop, this.root.scrollLeft);
    });
  }

  /** The cell that takes the focus, where it is in the page; in the row of filters what is typed into. */
  private activeCell(): HTMLElement | undefined {
    const { row, column } = this.active;
    const line = row < 0 ? this.content?.heads[row - headRow] : this.body.line(row);
    const cell = line?.querySelector<HTMLElement>(`[aria-colindex="${column + 1}"]`) ?? undefined;
    return row === filterRow ? (cell?.querySelector("input") ?? cell) : cell;
  }

  /** Tab goes to one cell of the grid. */
  private markActive(): void {
    for (const one of this.root.querySelectorAll('[tabindex="0"]')) {
      one.setAttribute("tabindex", "-1");
    }
    const corner = this.content?.heads[0].querySelector("[aria-colindex]");
    (this.activeCell() ?? corner)?.setAttribute("tabindex", "0");
  }

  private moveTo({ row, column }: GridPlace): void {
    const lastColumn = (this.content?.layout.widths.length ?? 1) - 1;
    this.active = {
      row: Math.max(headRow, Math.min(row, this.body.rows.length - 1)),
      column: Math.max(0, Math.min(column, lastColumn)),
    };
    this.body.reveal(this.active);
    if (this.activeCell()) {
      this.markActive();
    } else {
      this.redraw();
    }
    this.focusActive();
  }

  private pressed(event: KeyboardEvent): void {
    const { active } = this;
    const isTyping = event.target instanceof HTMLInputElement;
    const isSideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (event.shiftKey && isSideways && active.row === headRow && active.column > 0) {
      this.actions.widen(active.column - 1, event.key === "ArrowLeft" ? -keyStep : keyStep);
      event.preventDefault();
      return;
    }
    const next = placeAfterKey(event, active, {
      page: Math.max(1, this.body.fitting - 1),
      last: this.body.rows.length - 1,
      isTyping,
    });
    if (next) {
      this.moveTo(next);
      if (event.shiftKey && active.row >= 0 && this.active.row >= 0) {
        this.select("range");
      }
    } else if (isTyping || !this.act(event)) {
      return;
    }
    event.preventDefault();
  }

  /** @returns whether the key did something */
  private act({ key: pressed, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const key = pressed.length === 1 ? pressed.toLowerCase() : pressed;
    const { row, column } = this.active;
    const tableRow = this.body.rows[row];
    const isWhole = ctrlKey || metaKey;
    if (isWhole && key === "a") {
      this.selection.selectAll(this.body.rows);
      this.showSelection();
    } else if (isWhole && key === "c") {
      this.copy(tableRow, column);
    } else if (key === "Enter" && row === headRow) {
      this.actions.openField(column - 1);
    } else if (key === "Enter" && !isWhole && tableRow !== undefined) {
      this.actions.open(tableRow, column - 1);
    } else if (key === " " && row === headRow) {
      this.actions.sort(column - 1);
    } else if (key === " " && row >= 0) {
      this.select(isWhole ? "toggle" : "one");
    } else if (key === "Escape" && this.selection.size > 0) {
      this.selection.clear();
      this.showSelection();
    } else {
      return false;
    }
    return true;
  }

  /** Several rows that are selected; otherwise the cell. */
  private copy(row: number | undefined, column: number): void {
    if (this.selection.size > 1) {
      this.actions.copyRows();
    } else if (row !== undefined && column > 0) {
      this.actions.copyCell(row, column - 1);
    }
  }

  private clicked(event: MouseEvent): void {
    const place = placeOf(event.target);
    if (place && place.row >= 0) {
      this.moveTo(place);
      this.select(event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "toggle" : "one");
    }
  }

  private opened(event: MouseEvent): void {
    const place = placeOf(event.target);
    const row = place && this.body.rows[place.row];
    if (place && row !== undefined) {
      this.actions.open(row, place.column - 1);
    }
  }

  /** The focus may come by a click, or by a screen reader. */
  private focused({ target }: FocusEvent): void {
    const place = placeOf(target);
    if (place && (place.row !== this.active.row || place.column !== this.active.column)) {
      this.active = place;
      this.markActive();
    }
  }

  private select(how: "one" | "toggle" | "range"): void {
    this.selection.select(how, this.active.row, this.body.rows);
    this.showSelection();
  }

  private showSelection(): void {
    this.body.showSelection();
    this.actions.selected(this.selection.rows);
  }
}

function placeOf(target: EventTarget | null): GridPlace | undefined {
  const cell = target instanceof Element ? target.closest("[aria-colindex]") : undefined;
  const line = cell?.closest("[data-row]");
  return cell && line
    ? {
        row: Number(line.getAttribute("data-row")),
        column: Number(cell.getAttribute("aria-colindex")) - 1,
      }
    : undefined;
}
