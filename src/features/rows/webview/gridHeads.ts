import type { ColumnProfile } from "../columnProfile";
import type { RowSort } from "../rowTable";
import type { RunColumn } from "../runResult";
import { headProfile, headTexts } from "./columnHead";
import { columnSash } from "./columnSash";
import { element } from "./dom";
import { filterRow, headRow } from "./gridBody";
import type { ColumnLayout } from "./gridLayout";
import type { ViewTexts } from "./viewTexts";

/** What the heads of the columns show and do. */
export interface GridHeadParts {
  readonly columns: readonly RunColumn[];
  readonly layout: ColumnLayout;
  readonly viewTexts: ViewTexts;
  /** By column, as far as they are known. */
  readonly profiles: ReadonlyMap<number, ColumnProfile>;
  readonly rowCount: number;
  readonly sort: RowSort | undefined;
  readonly filters: ReadonlyMap<number, string>;
  /** Whether heads lead to fields. */
  readonly hasFields: boolean;
  readonly onSort: (column: number) => void;
  readonly onField: (column: number) => void;
  /** Undefined for the width that the column had at first. */
  readonly onResize: (column: number, width: number | undefined) => void;
  readonly onFilter: (column: number, typed: string) => void;
}

/** The heads of the columns, and the row with their filters. */
export function gridHeads(parts: GridHeadParts): [HTMLElement, HTMLElement] {
  const { columns, layout, viewTexts } = parts;
  const heads = line("heads", headRow);
  const filters = line("filters", filterRow);
  const corner = { "aria-colindex": 1, tabindex: -1 };
  const number = viewTexts.text("rowNumber");
  heads.append(
    sized(
      element("div", {
        className: "head row-number",
        text: number,
        attributes: { ...corner, role: "columnheader" },
      }),
      layout,
      0,
    ),
  );
  filters.append(
    sized(
      element("div", {
        className: "cell row-number",
        text: viewTexts.text("filter"),
        attributes: { ...corner, role: "rowheader" },
      }),
      layout,
      0,
    ),
  );
  for (const column of columns.keys()) {
    heads.append(sized(head(parts, column), layout, column + 1));
    filters.append(sized(filter(parts, column), layout, column + 1));
  }
  return [heads, filters];
}

function line(className: string, row: number): HTMLElement {
  const attributes = { role: "row", "aria-rowindex": row - headRow + 1, "data-row": row };
  return element("div", { className, attributes });
}

function sized<T extends HTMLElement>(cell: T, { widths }: ColumnLayout, column: number): T {
  cell.style.width = `${widths[column]}px`;
  return cell;
}

function head(parts: GridHeadParts, index: number): HTMLElement {
  const { columns, viewTexts, profiles, rowCount, sort, hasFields, onSort, onField } = parts;
  const column = columns[index] ?? { id: "", label: "", dataType: "" };
  const isSorted = sort?.column === index;
  const order = isSorted ? (sort.isDescending ? "descending" : "ascending") : "none";
  const help = viewTexts.text("headHelp");
  const cell = element(
    "div",
    {
      className: `head ${order}`,
      attributes: {
        role: "columnheader",
        "aria-colindex": index + 2,
        "aria-sort": order,
        "aria-description": help,
        tabindex: -1,
      },
      onClick: () => onSort(index),
    },
    headTexts(column),
  );
  if (hasFields && column.place !== undefined) {
    const label = viewTexts.text("goToField", column.label || column.id);
    const link = element("button", {
      className: "go",
      text: "↗",
      attributes: { "aria-label": label, title: label, tabindex: -1, type: "button" },
      onClick: (event) => {
        event.stopPropagation();
        onField(index);
      },
    });
    cell.append(link);
  }
  const profile = profiles.get(index);
  if (profile) {
    cell.append(headProfile(column, profile, rowCount, viewTexts));
  }
  const width = parts.layout.widths[index + 1] ?? 0;
  cell.append(columnSash(width, (wanted) => parts.onResize(index, wanted)));
  return cell;
}

function filter(
  { columns, viewTexts, filters, onFilter }: GridHeadParts,
  index: number,
): HTMLElement {
  const { label = "", id = "" } = columns[index] ?? {};
  const input = element("input", {
    attributes: {
      "aria-label": viewTexts.text("filterOf", label || id),
      title: viewTexts.text("filterHelp"),
      placeholder: viewTexts.text("filter"),
      tabindex: -1,
      spellcheck: "false",
    },
  });
  input.type = "text";
  input.value = filters.get(index) ?? "";
  input.addEventListener("input", () => onFilter(index, input.value));
  const attributes = { role: "gridcell", "aria-colindex": index + 2 };
  return element("div", { className: "cell", attributes }, input);
}
