/** The rows that are selected: those of the table, whatever order they are shown in. */
export class GridSelection {
  private readonly selected = new Set<number>();
  /** Where a range begins, among the rows that are shown. */
  private anchor = 0;

  /** How many rows are selected. */
  get size(): number {
    return this.selected.size;
  }

  /** The selected rows, in the order in which they were selected. */
  get rows(): readonly number[] {
    return [...this.selected];
  }

  /** Whether a row of the table is selected. */
  has(row: number): boolean {
    return this.selected.has(row);
  }

  /** Adds rows that were selected before the view was hidden. */
  restore(rows: readonly number[]): void {
    rows.forEach((row) => this.selected.add(row));
  }

  /** Selects nothing. */
  clear(): void {
    this.selected.clear();
  }

  /** Selects these rows and no others. */
  selectAll(rows: Uint32Array): void {
    this.selected.clear();
    for (const row of rows) {
      this.selected.add(row);
    }
  }

  /**
   * Selects a row alone, adds or removes it, or selects all from where the last selection began.
   * @param position of the row among those that are shown
   */
  select(how: "one" | "toggle" | "range", position: number, shown: Uint32Array): void {
    const row = shown[position];
    if (row === undefined) {
      return;
    }
    if (how === "toggle" && this.selected.delete(row)) {
      this.anchor = position;
      return;
    }
    if (how !== "toggle") {
      this.selected.clear();
    }
    if (how === "range") {
      const first = Math.min(this.anchor, position);
      for (const one of shown.subarray(first, Math.max(this.anchor, position) + 1)) {
        this.selected.add(one);
      }
      return;
    }
    this.anchor = position;
    this.selected.add(row);
  }
}
