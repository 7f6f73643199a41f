import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { itemsOf, membersOf, stringOf } from "../../platform/json/parsedValue";
import { isPage } from "../../platform/http/failure";
import type { Cell } from "../rows/runResult";
import { knownAdapters } from "./adapters";
import { AdapterConfig, AdapterStop } from "./adapters/adapter";
import { columnsOf, type Column } from "./columns";
import { Effort, TooManyMatchesError } from "./jsonPath/effort";
import { parsePath } from "./jsonPath/parsePath";
import { isDocumented, isPlural, type Segment } from "./jsonPath/path";
import { select, type Match } from "./jsonPath/select";
import type { PreviewTarget } from "./previewTargets";
import { pointerStep } from "../../platform/json/pointers";
import { notEvaluated, problemText, standardText, type PreviewRemark } from "./previewRemarks";
import { parseResponse } from "../rows/responseJson";
import { ResponsePlaces } from "./responsePlaces";
import type { Replacements } from "./testValues";

/** What a response gives by a configuration. */
export interface Evaluation {
  readonly columns: readonly Column[];
  /** The rows' values as the field's paths see them; undefined where the evaluation ended before. */
  readonly rowValues: readonly unknown[] | undefined;
  readonly rows: readonly (readonly Cell[])[];
  /** JSON Pointer in the response for each row; empty for a row without one. */
  readonly rowPlaces: readonly string[];
  /** Where the rows' path stands in the configuration. */
  readonly rowsPath: JsonPath;
  readonly remarks: readonly PreviewRemark[];
}

/**
 * Makes rows of a response as the documentation has it: data adapters in their order, then `dataRows`, then the
 * fields of each row. Ends with a remark where something isn't documented. Throws nothing, whatever the response.
 * @param body of the response
 */
export function evaluateResponse(
  target: PreviewTarget,
  body: string,
  given: Replacements,
): Evaluation {
  const effort = new Effort();
  const { columns, remarks } = columnsOf(target, given, effort);
  const all: PreviewRemark[] = [...remarks];
  const rowsPath = [...target.path, "request", "response", "dataRows", "value"];
  try {
    const found = target.kind === "validation" ? noRows : rowsOf(target, body, all, effort);
    const rows = found?.values.map((value) => columns.map((column) => column.cellOf(value)));
    return {
      columns,
      rowValues: found?.values,
      rows: rows ?? [],
      rowPlaces: found?.places ?? [],
      rowsPath,
      remarks: all,
    };
  } catch (error) {
    if (!(error instanceof TooManyMatchesError)) {
      throw error;
    }
    all.push({ text: l10n.t("The paths match too many values for a preview."), path: rowsPath });
    return { columns, rowValues: undefined, rows: [], rowPlaces: [], rowsPath, remarks: all };
  }
}

/** Rows, and for each its place in the response; empty where it has none. */
interface FoundRows {
  readonly values: readonly unknown[];
  readonly places: readonly string[];
}

const noRows: FoundRows = { values: [], places: [] };

/** Undefined where the evaluation ends before there are rows. */
function rowsOf(
  target: PreviewTarget,
  body: string,
  remarks: PreviewRemark[],
  effort: Effort,
): FoundRows | undefined {
  const responsePath = [...target.path, "request", "response"];
  const response = membersOf(target.request["response"]);
  const type = stringOf(response["type"]) ?? "JSON";
  if (type.toUpperCase() !== "JSON") {
    remarks.push(notEvaluated(type, [...responsePath, "type"]));
    return undefined;
  }
  let root: unknown;
  try {
    root = parseResponse(body);
  } catch {
    remarks.push({ text: notJson(body) });
    return undefined;
  }
  if (target.kind === "user") {
    return { values: [root], places: [""] };
  }
  const document = { value: root };
  const adapters = membersOf(response["dataAdapters"])["items"];
  const places = itemsOf(adapters).length > 0 ? new ResponsePlaces(root) : undefined;
  const adaptersPath = [...responsePath, "dataAdapters", "items"];
  if (places && target.kind !== "reportType") {
    // Whether other requests than those of report types may have them isn't documented.
    remarks.push(notEvaluated("dataAdapters", [...responsePath, "dataAdapters"]));
    return undefined;
  }
  if (
    places &&
    !runAdapters(itemsOf(adapters), adaptersPath, { document, places, remarks, effort })
  ) {
    return undefined;
  }
  const segments = rowSegments(response["dataRows"], [...responsePath, "dataRows"], remarks);
  if (!segments) {
    return undefined;
  }
  const matches = select(document.value, segments, effort);
  const [only] = matches;
  if (matches.length === 1 && Array.isArray(only?.value)) {
    remarks.push({
      text: l10n.t(
        'The path to the rows leads to a list. Add ".*" at the end to select its items.',
      ),
      path: [...responsePath, "dataRows", "value"],
    });
  }
  const prefix = places ? undefined : prefixPointer(document.value, segments);
  const origins = places ?? (prefix === undefined ? new ResponsePlaces(root) : undefined);
  const placeAt = (match: Match) => {
    if (prefix !== undefined) {
      return segments.length === 0 ? "" : `${prefix}/${pointerStep(match.key)}`;
    }
    return (origins && placeOf(match, origins, places === undefined)) ?? "";
  };
  return { values: matches.map(({ value }) => value), places: matches.map(placeAt) };
}

function notJson(body: string): string {
  if (body.trim() === "") {
    return l10n.t("The response is empty.");
  }
  return isPage(body)
    ? l10n.t("The response is a web page, not JSON.")
    : l10n.t("The response isn't JSON.");
}

/** Whether all of them could be run. */
function runAdapters(
  adapters: readonly unknown[],
  path: JsonPath,
  {
    document,
    places,
    remarks,
    effort,
  }: {
    readonly document: { value: unknown };
    readonly places: ResponsePlaces;
    readonly remarks: PreviewRemark[];
    readonly effort: Effort;
  },
): boolean {
  for (const [index, adapter] of adapters.entries()) {
    const { type, config } = membersOf(adapter);
    const known = typeof type === "string" ? knownAdapters.get(type) : undefined;
    const here = [...path, index];
    if (!known) {
      remarks.push(notEvaluated(stringOf(type) ?? "dataAdapters", [...here, "type"]));
      return false;
    }
    try {
      known.run({
        document,
        config: new AdapterConfig(config, known.properties, effort, (text, property) =>
          remarks.push({ text, path: [...here, "config", property] }),
        ),
        remark: (text) => remarks.push({ text, path: here }),
        madeOf: (made, source) => places.madeOf(made, source),
      });
    } catch (error) {
      if (!(error instanceof AdapterStop)) {
        throw error;
      }
      const at = error.property === undefined ? ["type"] : ["config", error.property];
      remarks.push({ text: error.message, path: [...here, ...at] });
      return false;
    }
  }
  return true;
}

function rowSegments(
  dataRows: unknown,
  path: JsonPath,
  remarks: PreviewRemark[],
): readonly Segment[] | undefined {
  const { source, value } = membersOf(dataRows);
  if (dataRows === undefined) {
    remarks.push({
      text: l10n.t('The request has no "dataRows", which select the rows.'),
      path: path.slice(0, -1),
    });
    return undefined;
  }
  if (source !== "jsonPath" || typeof value !== "string") {
    remarks.push(notEvaluated(stringOf(source) ?? "dataRows", path));
    return undefined;
  }
  const parsed = parsePath(value);
  if ("problem" in parsed) {
    remarks.push({ text: problemText(parsed.problem, value), path: [...path, "value"] });
    return undefined;
  }
  if (!isDocumented(parsed.segments)) {
    remarks.push({ text: standardText(value), path: [...path, "value"] });
  }
  return parsed.segments;
}

/** The pointer of what holds all rows, where only the last step of their path may be several; for most paths. */
function prefixPointer(root: unknown, segments: readonly Segment[]): string | undefined {
  const steps = segments.slice(0, -1);
  if (isPlural(steps) || segments.at(-1)?.kind === "descendants") {
    return undefined;
  }
  let pointer = "";
  for (let length = 1; length <= steps.length; length++) {
    const [match] = select(root, steps.slice(0, length));
    pointer += match ? `/${pointerStep(match.key)}` : "";
  }
  return pointer;
}

/** @param isInPlace whether the response is as it came, so that values without a place of their own have one */
function placeOf(
  { value, holder, key }: Match,
  places: ResponsePlaces,
  isInPlace: boolean,
): string | undefined {
  if (typeof value === "object" && value !== null) {
    return places.pointerOf(value);
  }
  const around = isInPlace ? places.pointerOf(holder) : undefined;
  return around === undefined ? undefined : `${around}/${pointerStep(key)}`;
}
