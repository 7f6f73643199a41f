import { profileColumn, type ColumnKind, type ColumnProfile } from "../columnProfile";
import type { RunHead, PackedRows, ShownChanges } from "../rowsMessages";
import { unpackRows } from "../rowsMessages";
import { RowTable, type RowMark, type RowSort } from "../rowTable";
import { element } from "./dom";
import { Grid } from "./grid";
import { gridHeads } from "./gridHeads";
import { layOutColumns } from "./gridLayout";
import { createToolbar, type Toolbar } from "./toolbar";
import { changeState, post, readState } from "./viewState";
import type { ViewTexts } from "./viewTexts";

/** After the last key that was typed into a search, and after the last scrolling. Milliseconds. */
const typingPause = 120;
const scrollingPause = 200;

/** So many selected rows are marked in the response, and written down. */
const mostSelected = 1000;

const shownMarks: Readonly<Record<string, readonly RowMark[]>> = {
  changes: ["added", "changed", "gone"],
  added: ["added"],
  changed: ["changed"],
  gone: ["gone"],
};

/** The rows of a run: what is searched, filtered and sorted, and the grid that shows it. */
export class RowsPane {
  readonly root: HTMLElement;
  private readonly grid: Grid;
  private readonly toolbar: Toolbar;
  private readonly note = element("p", { className: "note" });
  private readonly table: RowTable;
  private readonly profiles = new Map<number, ColumnProfile>();
  private readonly kinds = new Map<number, ColumnKind>();
  private readonly before = new Map<number, ReadonlyMap<number, string>>();
  private readonly filters = new Map<number, string>();
  private sort: RowSort | undefined;
  private widths: readonly number[] = [];
  private isWhole = false;
  /** Whether there was a run before, so that rows can be asked for by what has become of them. */
  private isCompared = false;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private scrolling: ReturnType<typeof setTimeout> | undefined;
  /** Where the grid was scrolled to when it was last seen. */
  private readonly place = { top: readState().top ?? 0, left: readState().left ?? 0 };

  /** @param head of the run whose rows come in parts */
  constructor(
    private readonly head: RunHead,
    private readonly viewTexts: ViewTexts,
  ) {
    this.table = new RowTable(head.columns.length);
    this.restore();
    this.toolbar = createToolbar(viewTexts, readState(), {
      changed: (change) => {
        changeState(change);
        if ("hasStatistics" in change) {
          this.showHeads();
        } else {
          this.findSoon();
        }
      },
    });
    this.grid = new Grid(head.title, {
      open: (row, column) => {
        if (this.table.markOf(row) !== "gone") {
          post({ type: "openCell", row, column: Math.max(0, column) });
        }
      },
      openField: (column) => post({ type: "openField", column }),
      sort: (column) => this.sortBy(column),
      copyCell: (row, column) => post({ type: "copyCell", row, column }),
      copyRows: () => post({ type: "command", command: "copyRows" }),
      widen: (column, by) => this.resize(column, (this.widths[column + 1] ?? 0) + by),
      selected: (rows) => {
        const kept = rows.slice(0, mostSelected);
        changeState({ selected: { startedAt: head.startedAt, rows: kept } });
        post({ type: "select", rows: kept.filter((row) => row < head.rowCount) });
      },
      scrolled: (top, left) => {
        clearTimeout(this.scrolling);
        this.scrolling = setTimeout(() => changeState({ top, left }), scrollingPause);
      },
    });
    this.root = element(
      "div",
      { className: "rows-pane" },
      this.toolbar.root,
      this.note,
      this.grid.root,
    );
  }

  /** Adds a part of the rows. */
  add(packed: PackedRows): void {
    const isFirst = this.table.length === 0;
    this.table.add(unpackRows(packed), packed.count);
    if (isFirst) {
      this.showHeads();
    }
    // To sort and to search what has come so far again and again would take longer than to wait.
    if (isFirst || !this.isAsked) {
      this.find(!isFirst);
    }
    if (isFirst) {
      this.grid.scrollTo(this.place.top, this.place.left);
    }
  }

  /** All rows have come, and what has changed since the previous run. */
  finish(changes: ShownChanges | undefined): void {
    const isPlaced = this.grid.isAtEnd;
    this.isWhole = true;
    if (changes) {
      this.isCompared = true;
      this.showChanges(changes);
    }
    this.toolbar.showChanges(changes);
    this.showHeads();
    this.find();
    const { selected } = readState();
    if (selected?.startedAt === this.head.startedAt) {
      this.grid.restoreSelection(selected.rows);
    }
    if (isPlaced && this.place.top > 0) {
      this.grid.scrollTo(this.place.top, this.place.left);
    }
    this.profileNext(0);
  }

  /** The rows that the person wants to take away: indexes of the run's rows. */
  get wanted(): readonly number[] {
    return this.grid.wanted.filter((row) => row < this.head.rowCount);
  }

  /** Gives the focus to the search box, and selects what is in it. */
  focusSearch(): void {
    this.toolbar.search.focus();
    this.toolbar.search.select();
  }

  private restore(): void {
    const { filters = {}, sort } = readState();
    for (const [column, { id }] of this.head.columns.entries()) {
      const typed = Object.hasOwn(filters, id) ? filters[id] : undefined;
      if (typed) {
        this.filters.set(column, typed);
      }
      if (sort?.column === id) {
        this.sort = { column, isDescending: sort.isDescending };
      }
    }
  }

  private showChanges({ added, changed, gone }: ShownChanges): void {
    added.forEach((row) => this.table.mark(row, "added"));
    for (const { row, cells } of changed) {
      this.table.mark(row, "changed");
      this.before.set(row, new Map(cells));
    }
    this.table.add(unpackRows(gone), gone.count, "gone");
  }

  /** One column after the other, so that the view stays at hand meanwhile. */
  private profileNext(column: number): void {
    const cells = this.table.columns[column];
    if (!cells) {
      this.showHeads();
      return;
    }
    const profile = profileColumn(cells.slice(0, this.head.rowCount));
    this.profiles.set(column, profile);
    this.kinds.set(column, profile.kind);
    setTimeout(() => this.profileNext(column + 1));
  }

  private showHeads(): void {
    const { head, table, viewTexts, kinds, before, filters } = this;
    const { columns, rowCount, hasDocument } = head;
    const layout = layOutColumns(columns, table, readState().widths ?? {});
    this.widths = layout.widths;
    const heads = gridHeads({
      columns,
      layout,
      viewTexts,
      profiles: readState().hasStatistics === false ? new Map() : this.profiles,
      rowCount,
      sort: this.sort,
      filters,
      hasFields: hasDocument,
      onSort: (column) => this.sortBy(column),
      onField: (column) => post({ type: "openField", column }),
      onResize: (column, width) => this.resize(column, width),
      onFilter: (column, typed) => this.filterBy(column, typed),
    });
    this.grid.show({ table, layout, viewTexts, kinds, before, heads });
  }

  /** Ascending, then descending, then as the rows came. */
  private sortBy(column: number): void {
    const { sort } = this;
    if (column < 0) {
      this.sort = undefined;
    } else if (sort?.column !== column) {
      this.sort = { column, isDescending: false };
    } else {
      this.sort = sort.isDescending ? undefined : { column, isDescending: true };
    }
    const id = this.head.columns[column]?.id ?? "";
    const { sort: _, ...rest } = readState();
    changeState({
      ...rest,
      ...(this.sort && { sort: { column: id, isDescending: this.sort.isDescending } }),
    });
    this.showHeads();
    this.find();
    this.grid.focusActive();
  }

  /** @param width in pixels; undefined for the one that the column had at first */
  private resize(column: number, width: number | undefined): void {
    const id = this.head.columns[column]?.id ?? "";
    const { [id]: _, ...others } = readState().widths ?? {};
    changeState({ widths: width === undefined ? others : { ...others, [id]: width } });
    this.showHeads();
  }

  private filterBy(column: number, typed: string): void {
    this.filters.set(column, typed);
    const byId = [...this.filters].map(
      ([index, text]) => [this.head.columns[index]?.id, text] as const,
    );
    changeState({ filters: Object.fromEntries(byId) });
    this.findSoon();
  }

  private get isAsked(): boolean {
    const isFiltered = [...this.filters.values()].some(Boolean);
    return this.sort !== undefined || isFiltered || Boolean(readState().search);
  }

  private findSoon(): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.find(), typingPause);
  }

  /** @param isLonger whether nothing else has changed than that there are more rows */
  private find(isLonger = false): void {
    const { search = "", show = "all" } = readState();
    const marks = this.isCompared ? shownMarks[show] : undefined;
    const rows = this.table.find({
      search,
      filters: this.filters,
      ...(marks && { marks: new Set(marks) }),
      ...(this.sort && { sort: this.sort }),
    });
    this.grid.setRows(rows, isLonger);
    const all = this.table.length;
    const { viewTexts, isWhole } = this;
    this.toolbar.say(
      isWhole
        ? rows.length === all
          ? viewTexts.rowCount(all)
          : viewTexts.text("rowCountOf", rows.length, all)
        : viewTexts.text("loading"),
    );
    this.note.textContent =
      rows.length > 0 || !isWhole ? "" : viewTexts.text(all === 0 ? "noRows" : "noMatch");
  }
}
