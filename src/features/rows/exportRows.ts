import { cellText, numberIn } from "./cells";
import type { Cell, RunColumn, RunResult } from "./runResult";

/** The formats that rows can be copied and saved in. */
export type ExportFormat = "csv" | "json" | "markdown";

/** What is exported: some rows of a run, by their indexes, in that order. */
export interface ExportedRows extends Pick<RunResult, "columns" | "rows"> {
  readonly indexes: Iterable<number>;
}

/** The rows in a format, with a line end behind the last line. */
export function exportRows(format: ExportFormat, exported: ExportedRows): string {
  switch (format) {
    case "csv":
      return csv(exported);
    case "json":
      return json(exported);
    case "markdown":
      return markdown(exported);
  }
}

/** Names of the columns that differ from each other: the labels, with the ID where two are alike. */
function columnNames(columns: readonly RunColumn[]): string[] {
  const labels = columns.map(({ label, id }) => label || id);
  const counts = new Map<string, number>();
  for (const label of labels) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return unlike(
    labels.map((label, index) =>
      (counts.get(label) ?? 0) > 1 ? `${label} (${columns[index]?.id})` : label,
    ),
  );
}

/** Numbers those that are still alike. */
function unlike(names: readonly string[]): string[] {
  const used = new Set<string>();
  const last = new Map<string, number>();
  return names.map((name) => {
    let free = name;
    while (used.has(free)) {
      const number = (last.get(name) ?? 1) + 1;
      last.set(name, number);
      free = `${name} ${number}`;
    }
    used.add(free);
    return free;
  });
}

/** As RFC 4180 has it: CRLF, quotes where they are needed, doubled inside. */
function csv({ columns, rows, indexes }: ExportedRows): string {
  const lines = [columnNames(columns).map(csvField).join(",")];
  for (const index of indexes) {
    const row = rows[index] ?? [];
    lines.push(columns.map((_, column) => csvField(row[column])).join(","));
  }
  return lines.map((line) => `${line}\r\n`).join("");
}

/** What spreadsheets take for a formula, also after white space. */
const formulaStart = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20|]/;

function csvField(cell: Cell): string {
  const text = cellText(cell);
  // An apostrophe in front has spreadsheets show the text instead of running it.
  const isFormula =
    numberIn(cell) === undefined && (formulaStart.test(text) || /^[\t\r\n]/.test(text));
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A list of objects, one a line, by the IDs of the columns. What was not found is left out. */
function json({ columns, rows, indexes }: ExportedRows): string {
  const names = unlike(columns.map(({ id, label }) => id || label)).map((name) =>
    JSON.stringify(name),
  );
  const lines: string[] = [];
  for (const index of indexes) {
    const row = rows[index] ?? [];
    const members = names.flatMap((name, column) => {
      const cell = row[column];
      return cell === undefined ? [] : `${name}: ${jsonCell(cell)}`;
    });
    lines.push(members.length > 0 ? `  { ${members.join(", ")} }` : "  {}");
  }
  return lines.length > 0 ? `[\n${lines.join(",\n")}\n]\n` : "[]\n";
}

function jsonCell(cell: Exclude<Cell, undefined>): string {
  return typeof cell === "number" && !Number.isFinite(cell)
    ? JSON.stringify(String(cell))
    : JSON.stringify(cell);
}

/** A table as GitHub has it, numbers on the right. */
function markdown({ columns, rows, indexes }: ExportedRows): string {
  const chosen = Array.from(indexes, (index) => rows[index] ?? []);
  const rule = columns.map((_, column) =>
    chosen.length > 0 && chosen.every((row) => numberIn(row[column]) !== undefined)
      ? "---:"
      : "---",
  );
  const lines = [
    columnNames(columns).map(markdownCell),
    rule,
    ...chosen.map((row) => columns.map((_, column) => markdownCell(row[column]))),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A text that shows as it is: no markup, no link, no end of the cell. */
function markdownCell(cell: Cell): string {
  const text = cellText(cell);
  if (numberIn(cell) !== undefined) {
    return text;
  }
  return text
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(/[\\`*_{}[\]()#|~]/g, "\\$&")
    .replace(/\r\n|[\r\n]/g, "<br>");
}
