import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { plainText } from "../../platform/words/plainText";
import type { Cell } from "../rows/runResult";
import type { Column } from "./columns";
import { isDay } from "../../platform/flow/dateRange";
import type { Evaluation } from "./evaluateResponse";
import { isNumeric } from "./fieldSuggestions";

/** Something that the rows of a preview say about the configuration. */
export interface PreviewFinding {
  readonly path: JsonPath;
  readonly text: string;
  readonly level: "warning" | "information";
}

/** So many rows are compared with each other: more would take longer than all the rest. */
const mostCompared = 50_000;

/** Sizes that pages usually have. */
const pageSizes = new Set([10, 20, 25, 30, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000]);

/** What the rows of a preview say about the configuration: that a path is wrong, or a data type. */
export function previewFindings({
  columns,
  rowValues,
  rows,
  rowsPath,
}: Evaluation): readonly PreviewFinding[] {
  if (!rowValues || columns.length === 0) {
    return [];
  }
  if (rows.length === 0) {
    return [
      { path: rowsPath, level: "warning", text: l10n.t("The path to the rows found nothing.") },
    ];
  }
  return [
    ...rowFindings(rows, rowsPath),
    ...columns.flatMap((column, index) => fieldFinding(column, rows, index)),
  ];
}

function rowFindings(rows: readonly (readonly Cell[])[], path: JsonPath): PreviewFinding[] {
  const compared = rows.slice(0, mostCompared);
  const different = new Set(compared.map((row) => row.join("\u0000"))).size;
  const repeated = compared.length - different;
  return [
    ...(repeated > 0
      ? [
          {
            path,
            level: "information" as const,
            text: l10n.t("{0} of {1} rows are duplicates.", repeated, compared.length),
          },
        ]
      : []),
    ...(pageSizes.has(rows.length)
      ? [
          {
            path,
            level: "information" as const,
            text: l10n.t("Exactly {0} rows: this may be only the first page.", rows.length),
          },
        ]
      : []),
  ];
}

function fieldFinding(
  { shown, pathPlace, place }: Column,
  rows: readonly (readonly Cell[])[],
  index: number,
): PreviewFinding[] {
  const cells = rows.map((row) => row[index]);
  if (!pathPlace || shown.path === undefined) {
    return []; // a path that isn't evaluated has its remark
  }
  if (cells.every((cell) => cell === undefined)) {
    const text = l10n.t("The path found nothing in any of the {0} rows.", rows.length);
    return [{ path: pathPlace, level: "warning", text }];
  }
  const given = cells.filter((cell) => cell !== undefined && cell !== null && cell !== "");
  if (given.length === 0) {
    const text = l10n.t("The field is empty in all of the {0} rows.", rows.length);
    return [{ path: pathPlace, level: "information", text }];
  }
  const misfit = given.filter((cell) => !fits(cell, shown.dataType));
  const sample = plainText(String(misfit[0]), 60);
  return misfit.length === 0
    ? []
    : [
        {
          path: [...place, "dataType"],
          level: "warning",
          text:
            shown.dataType === "string.time.date"
              ? l10n.t(
                  '{0} of {1} values aren\'t dates like 2026-01-31: "{2}"',
                  misfit.length,
                  given.length,
                  sample,
                )
              : l10n.t(
                  '{0} of {1} values don\'t fit the data type: "{2}"',
                  misfit.length,
                  given.length,
                  sample,
                ),
        },
      ];
}

/** Whether a value fits a data type, as far as that can be told. */
function fits(cell: Cell, dataType: string): boolean {
  if (dataType === "string.time.date") {
    return typeof cell === "string" && isDay(cell);
  }
  if (dataType === "string.time.year") {
    return /^\d{4}$/.test(String(cell));
  }
  const [type] = dataType.split(".", 1);
  if (type === "int") {
    return isNumeric(cell) && Number.isInteger(Number(cell));
  }
  return type !== "float" || isNumeric(cell);
}
