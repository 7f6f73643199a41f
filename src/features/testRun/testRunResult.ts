import * as l10n from "@vscode/l10n";
import type { ConnectorRef } from "../../platform/connectorRef";
import { mostAnswerBytes } from "../../platform/http/boundedBody";
import { plainText } from "../../platform/words/plainText";
import { isEmptyCell, numberIn } from "../rows/cells";
import type { Cell, RunColumn, RunRemark, RunResult } from "../rows/runResult";
import { mostListed, type QueryRows, type TestRunQuery } from "./query";
import type { QueryColumn } from "./queryTable";
import { testRunKey } from "./testRunKey";
import type { RunnableField, RunnableReportType } from "./runnableReportTypes";

/** What a test run was made of. */
export interface TestRun {
  readonly ref: ConnectorRef;
  /** With the fields of the configuration. */
  readonly reportType: RunnableReportType;
  readonly query: TestRunQuery;
  readonly rows: QueryRows;
  /** Milliseconds since 1970, and how long it took. */
  readonly startedAt: number;
  readonly milliseconds: number;
  /** URI of the configuration's document, where it is open. */
  readonly document?: string | undefined;
}

/** So many remarks about single fields are made. */
const mostAboutFields = 20;

/** Sizes that pages usually have. */
const pageSizes = new Set([25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000]);

/** The rows of a run for the view of rows, with the labels and places of the configuration's fields. */
export function testRunResult(run: TestRun): RunResult {
  const { ref, reportType, rows, document } = run;
  const byId = new Map(reportType.fields.map((field) => [field.id, field]));
  const fields = rows.columns.map(({ id }) => byId.get(id) ?? labelled(reportType.fields, id));
  const columns = rows.columns.map((column, index) => runColumn(column, fields[index]));
  const isNumber = columns.map(({ dataType }) => /^(?:int|float)\b/.test(dataType));
  const cells = rows.rows.map((row) => row.map((cell, at) => (isNumber[at] ? typed(cell) : cell)));
  return {
    kind: "testRun",
    key: testRunKey(ref, reportType.id),
    title: l10n.t("Test run of {0}", plainText(reportType.title, 100)),
    startedAt: run.startedAt,
    milliseconds: run.milliseconds,
    columns,
    rows: cells,
    remarks: [...rowRemarks(run), ...fieldRemarks(run, columns, byId)],
    ...(document !== undefined && { document }),
  };
}

/** The field of a column that the service names by its label only; undefined where several have it. */
function labelled(fields: readonly RunnableField[], label: string): RunnableField | undefined {
  const [field, ...others] = fields.filter((one) => one.label === label);
  return others.length === 0 ? field : undefined;
}

function runColumn(
  { id, name, dataType }: QueryColumn,
  field: RunnableField | undefined,
): RunColumn {
  return {
    id: field?.id ?? id,
    label: field?.label || name,
    dataType: field?.dataType || (dataType ?? ""),
    ...(field && { place: field.place }),
  };
}

/** A number that the service sent as a text, where JavaScript holds all of its digits. */
function typed(cell: Cell): Cell {
  const digits = typeof cell === "string" ? cell.replace(/[-.]|^0+/g, "").length : 0;
  return typeof cell === "string" && digits <= 15 ? (numberIn(cell) ?? cell) : cell;
}

function rowRemarks({ query, rows: { rows, total, cut, isCacheUsed } }: TestRun): RunRemark[] {
  const count = rows.length;
  const texts = [
    isCacheUsed && l10n.t("Supermetrics took the rows from its cache: they may be old."),
    cut === "full" &&
      (count >= query.maxRows
        ? l10n.t("The run stops at {0} rows, as you chose. There may be more.", count)
        : l10n.t("Only the first {0} rows are shown: the others are too large.", count)),
    cut === "otherAddress" &&
      l10n.t("The next page of rows isn't at the API's address, so it wasn't fetched."),
    cut === "largePage" &&
      l10n.t(
        "The next page of rows is larger than {0} MB, so it wasn't read.",
        mostAnswerBytes / 1e6,
      ),
    cut === "lostPage" && l10n.t("The next page of rows couldn't be fetched."),
    !cut && (total ?? 0) > count && l10n.t("{0} of {1} rows arrived.", count, total ?? 0),
    !cut &&
      pageSizes.has(count) &&
      l10n.t("{0} rows is a common page size: paging might stop after the first page.", count),
    count === 0 && l10n.t("The run returned no rows. Try other dates or accounts."),
    query.fields.length > mostListed &&
      l10n.t("Only the first {0} of {1} fields were queried.", mostListed, query.fields.length),
  ];
  return texts.flatMap((text) => (text ? [{ text }] : []));
}

/** Fields that didn't come, and those that are empty everywhere: the usual cause is their path. */
function fieldRemarks(
  { query, rows: { rows } }: TestRun,
  columns: readonly RunColumn[],
  byId: ReadonlyMap<string, RunnableField>,
): RunRemark[] {
  const came = new Set(columns.map(({ id }) => id));
  const missing = query.fields
    .slice(0, mostListed)
    .flatMap((id) => (came.has(id) ? [] : (byId.get(id) ?? { id, label: id })));
  const empty = columns.filter(
    (_, at) => rows.length > 0 && rows.every((row) => isEmptyCell(row[at])),
  );
  return [
    ...missing.map((field) =>
      remark(field, (name) => l10n.t('No column was returned for "{0}".', name)),
    ),
    ...empty.map((column) =>
      remark(column, (name) => l10n.t('"{0}" is empty in all rows: its path may be wrong.', name)),
    ),
  ].slice(0, mostAboutFields);
}

function remark(
  { id, label, place }: { readonly id: string; readonly label: string; readonly place?: string },
  text: (name: string) => string,
): RunRemark {
  return { text: text(plainText(label || id, 100)), ...(place !== undefined && { place }) };
}
