import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { isObject, itemsOf, membersOf, stringOf } from "../../platform/json/parsedValue";
import { fieldId, fieldPath, runtimeIdOf } from "../checks/rules/reportTypes";
import type { Cell, RunColumn } from "../rows/runResult";
import { isPlural, parsePath, select, valueOf, type Segment } from "./jsonPath";
import type { PreviewTarget } from "./previewTargets";
import { jsonPointer } from "../../platform/json/pointers";
import { notEvaluated, type Remark } from "./remark";
import { cellOf, jsonText } from "../rows/responseJson";
import {
  fill,
  filledValue,
  isCredentialFor,
  masked,
  maskName,
  userInput,
  type Replacements,
} from "./testValues";

/** A column of a preview's rows. */
export interface Column {
  readonly shown: RunColumn;
  /** Of the field, or the account's or user's property. */
  readonly place: JsonPath;
  /** Of the JSONPath in it; undefined where it has none. */
  readonly pathPlace: JsonPath | undefined;
  /** What the column has in a row; undefined where nothing is found. */
  readonly cellOf: (row: unknown) => Cell;
}

/** A target's columns, and what of them isn't evaluated. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly remarks: readonly Remark[];
}

/** The columns of a target: a report type's fields, what is known of an account, or of the user. */
export function columnsOf(target: PreviewTarget, given: Replacements): Columns {
  const remarks: Remark[] = [];
  const columns = pairsOf(target).map((pair) => columnOf(pair, given, remarks));
  return { columns, remarks };
}

interface NamedPair {
  readonly id: string;
  readonly label: string;
  readonly dataType: string;
  readonly place: JsonPath;
  /** Where the source/value pair stands, and it. */
  readonly pairPlace: JsonPath;
  readonly pair: unknown;
}

function pairsOf({ kind, path, owner, reportType }: PreviewTarget): NamedPair[] {
  if (kind === "reportType" && reportType) {
    return reportType.fields.map((field, index) => {
      const { label, dataType, value } = membersOf(field);
      const id = runtimeIdOf(reportType, field) ?? fieldId(field) ?? String(index);
      const place = fieldPath(reportType, index);
      return {
        id,
        label: stringOf(label) || (fieldId(field) ?? ""),
        dataType: stringOf(dataType) ?? "",
        place,
        pairPlace: [...place, "value"],
        pair: value,
      };
    });
  }
  const infoKey = kind === "accounts" ? "accountInfo" : kind === "user" ? "userInfo" : undefined;
  const info = infoKey === undefined ? {} : membersOf(owner[infoKey]);
  const place = (key: string, ...more: JsonPath) => [...path, infoKey ?? "", key, ...more];
  return Object.entries(info).flatMap(([key, pair]) =>
    key === "properties" && Array.isArray(pair)
      ? itemsOf(pair).flatMap((one, index) =>
          named(stringOf(membersOf(one)["id"]) ?? String(index), one, place(key, index)),
        )
      : named(key, pair, place(key)),
  );
}

function named(id: string, pair: unknown, at: JsonPath): NamedPair[] {
  return isObject(pair) ? [{ id, label: id, dataType: "", place: at, pairPlace: at, pair }] : [];
}

function columnOf(
  { id, label, dataType, place, pairPlace, pair }: NamedPair,
  given: Replacements,
  remarks: Remark[],
): Column {
  const { source, value } = membersOf(pair);
  const valuePlace = [...pairPlace, "value"];
  const shown = { id, label, dataType, place: jsonPointer(place) };
  const constant = (cell: Cell): Column => ({
    shown,
    place,
    pathPlace: undefined,
    cellOf: () => cell,
  });
  if (source === "jsonPath" && typeof value === "string") {
    const parsed = parsePath(value);
    if ("segments" in parsed) {
      return {
        shown: { ...shown, path: value },
        place,
        pathPlace: valuePlace,
        cellOf: cellReader(parsed.segments),
      };
    }
    remarks.push(pathRemark(parsed.problem, value, valuePlace));
    return { ...constant(undefined), pathPlace: valuePlace };
  }
  if (source === "static" && (value === null || typeof value !== "object") && value !== undefined) {
    return constant(typeof value === "string" ? masked(fill(value, given)) : cellOf(value));
  }
  if (source === "userInput" && typeof value === "string") {
    const input = userInput(given.configuration, value);
    const filled = filledValue(input, given);
    return constant(
      isCredentialFor(input, given) ? maskName(input.id) : filled && masked([filled]),
    );
  }
  remarks.push(
    source === undefined
      ? { text: l10n.t('"{0}" has no value.', label), path: place }
      : notEvaluated(stringOf(source) ?? "source", [...pairPlace, "source"]),
  );
  return constant(undefined);
}

/** Several values in one row become the JSON text of their list. */
function cellReader(segments: readonly Segment[]): (row: unknown) => Cell {
  if (!isPlural(segments)) {
    return (row) => cellOf(valueOf(row, segments));
  }
  return (row) => {
    const values = select(row, segments).map(({ value }) => value);
    return values.length <= 1 ? cellOf(values[0]) : jsonText(values);
  };
}

/** Says why a path gives nothing. */
export function pathRemark(
  problem: "malformed" | "notDocumented",
  path: string,
  place: JsonPath,
): Remark {
  return problem === "malformed"
    ? { text: l10n.t('"{0}" isn\'t a JSONPath.', path.slice(0, 200)), path: place }
    : notEvaluated(path.slice(0, 200), place);
}
