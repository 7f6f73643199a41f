import { itemsOf, membersOf, valueAt } from "../../platform/json/parsedValue";
import { cellOf, isRecord } from "../rows/responseJson";
import type { Cell } from "../rows/runResult";
import { textOrDigits, type QueryAnswer } from "./queryAnswer";

/** What the service says of a column. */
export interface QueryColumn {
  /** The runtime ID as it was asked for; the column's head where the service doesn't say which field it is. */
  readonly id: string;
  readonly name: string;
  readonly dataType?: string | undefined;
}

/** As much text as a preview's response may have. UTF-16 code units. */
const mostText = 20_000_000;

/** As many as the service gives at most. */
const mostColumns = 1000;

/** So many rows are looked at to see what columns there are. */
const mostLookedAt = 100;

/** Where a row has a column: a list its index, an object its name. */
type Key = number | string;

/** Collects the rows of a run's pages, as many as there is room for. */
export class QueryTable {
  private readonly collected: Cell[][] = [];
  private text = 0;
  private layout: { readonly heads: Heads; readonly columns: readonly Column[] } | undefined;

  /** @param asked runtime IDs, and how many rows are taken at most */
  constructor(
    private readonly asked: { readonly fields: readonly string[]; readonly maxRows: number },
  ) {}

  /** Fields in the order in which they were asked for, then what else came. */
  get columns(): readonly QueryColumn[] {
    return this.layout?.columns.map(({ id, name, dataType }) => ({ id, name, dataType })) ?? [];
  }

  /** A row has a cell for each column. */
  get rows(): readonly (readonly Cell[])[] {
    return this.collected;
  }

  /** Whether no more rows are taken: as many came as were asked for, or more text than anybody can look at. */
  get isFull(): boolean {
    return this.collected.length >= this.asked.maxRows || this.text >= mostText;
  }

  /** Adds a page, which may repeat the heads of the columns. @returns whether it had rows */
  add({ meta, data }: QueryAnswer): boolean {
    const items = itemsOf(data);
    const before = this.collected.length;
    this.layout ??= layoutOf(items, meta, this.asked.fields);
    const { heads, columns } = this.layout;
    for (let at = isSameRow(items[0], heads) ? 1 : 0; at < items.length && !this.isFull; at++) {
      const row = columns.map(({ key }) => cellOf(partOf(items[at], key)));
      this.text += row.reduce<number>((sum, cell) => sum + String(cell ?? "").length, 0);
      this.collected.push(row);
    }
    return this.collected.length > before;
  }
}

/** The first row, where it has the heads of the columns; the official client takes it for that. */
type Heads = readonly unknown[] | undefined;

interface Column extends QueryColumn {
  /** Undefined where no row has it. */
  readonly key: Key | undefined;
}

interface Field extends QueryColumn {
  /** What a row's heads or names may call it. */
  readonly names: readonly string[];
  /** Where it is in a row, as the service says it. */
  readonly position: unknown;
}

function layoutOf(items: readonly unknown[], meta: QueryAnswer["meta"], asked: readonly string[]) {
  const described = queriedFields(meta, asked);
  const heads = headsIn(items, meta, described);
  const keys = keysOf(items);
  const names = keys.map((key) => (typeof key === "string" ? key : textOrDigits(heads?.[key])));
  // Where nothing names the columns, they can only be what was asked for.
  const fields =
    described.length === 0 && names.every((name) => !name) ? asked.map(unnamedField) : described;
  const places = placesOf(fields, keys, names);
  const rank = new Map(asked.map((id, index) => [id, index]));
  const rankOf = ({ id }: QueryColumn) => rank.get(id) ?? asked.length;
  const taken = new Set(places);
  const columns: Column[] = [
    ...fields
      .map((field, index) => ({ ...field, key: keys[places[index] ?? -1] }))
      .toSorted((a, b) => rankOf(a) - rankOf(b)),
    ...keys.flatMap((key, place) => {
      const name = names[place] ?? String(place + 1);
      return taken.has(place) ? [] : [{ id: name, name, key }];
    }),
  ];
  return { heads, columns };
}

function unnamedField(id: string): Field {
  return { id, name: id, names: [id], position: undefined };
}

/** `meta.query.fields`, but for hidden ones. */
function queriedFields(meta: QueryAnswer["meta"], asked: readonly string[]): readonly Field[] {
  const ids = new Set(asked);
  return itemsOf(valueAt(meta, "query", "fields"))
    .slice(0, mostColumns)
    .flatMap((item) => {
      const field = membersOf(item);
      // The first is what was asked for, the second the service's own.
      const found = [field["id"], field["field_id"]].flatMap((id) => textOrDigits(id) ?? []);
      const name = textOrDigits(field["field_name"]);
      const column = found.find((id) => ids.has(id)) ?? found[0];
      return column && field["visible"] !== false
        ? [
            {
              id: column,
              name: name ?? column,
              dataType: textOrDigits(field["data_type"]),
              names: name === undefined ? found : [name, ...found],
              position: field["data_column"],
            },
          ]
        : [];
    });
}

function headsIn(
  items: readonly unknown[],
  meta: QueryAnswer["meta"],
  fields: readonly Field[],
): Heads {
  const first: unknown = items[0];
  if (!Array.isArray(first) || !first.every((cell) => typeof cell === "string")) {
    return undefined;
  }
  const isNamed = fields.some(({ names }) => names.some((name) => first.includes(name)));
  const isCounted =
    textOrDigits(valueAt(meta, "result", "total_rows")) === String(items.length) &&
    !valueAt(meta, "paginate", "next");
  return fields.length > 0 && !isNamed && isCounted ? undefined : first;
}

function keysOf(items: readonly unknown[]): readonly Key[] {
  const some = items.slice(0, mostLookedAt);
  if (isRecord(some[0])) {
    const names = new Set(some.flatMap((row) => (isRecord(row) ? Object.keys(row) : [])));
    return [...names].slice(0, mostColumns);
  }
  const width = Math.max(0, ...some.map((row) => (Array.isArray(row) ? row.length : 1)));
  return Array.from({ length: Math.min(width, mostColumns) }, (_, index) => index);
}

/** For each field its index in the keys: as the service says it, by its name, or by its order. */
function placesOf(
  fields: readonly Field[],
  keys: readonly Key[],
  names: readonly (string | undefined)[],
): readonly (number | undefined)[] {
  const isList = typeof keys[0] === "number";
  for (const base of isList ? [0, 1] : []) {
    const positions = fields.map((field) =>
      typeof field.position === "number" ? field.position - base : -1,
    );
    if (
      new Set(positions).size === positions.length &&
      positions.every((place) => keys[place] === place)
    ) {
      return positions;
    }
  }
  const free = [...names];
  const named = fields.map((field) => {
    const place = free.findIndex((name) => name !== undefined && field.names.includes(name));
    if (place < 0) {
      return undefined;
    }
    free[place] = undefined;
    return place;
  });
  const isInOrder = isList && fields.length === keys.length && named.includes(undefined);
  return isInOrder ? keys.map((_, index) => index) : named;
}

function isSameRow(row: unknown, heads: Heads): boolean {
  return (
    heads !== undefined &&
    Array.isArray(row) &&
    row.length === heads.length &&
    row.every((cell, index) => cell === heads[index])
  );
}

function partOf(row: unknown, key: Key | undefined): unknown {
  if (typeof key === "string") {
    return isRecord(row) && Object.hasOwn(row, key) ? row[key] : undefined;
  }
  return Array.isArray(row) && key !== undefined ? row[key] : key === 0 ? row : undefined;
}
