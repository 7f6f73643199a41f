import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { isObject, itemsOf, membersOf, stringOf } from "../../platform/json/parsedValue";
import { fieldId, fieldPath, runtimeIdOf } from "../checks/rules/reportTypes";
import type { Cell, RunColumn } from "../rows/runResult";
import { Effort } from "./jsonPath/effort";
import { parsePath } from "./jsonPath/parsePath";
import { isDocumented, isPlural, type Segment } from "./jsonPath/path";
import { select, valueOf } from "./jsonPath/select";
import type { PreviewTarget } from "./previewTargets";
import { jsonPointer } from "../../platform/json/pointers";
import { notEvaluated, problemText, standardText, type PreviewRemark } from "./previewRemarks";
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
  readonly remarks: readonly PreviewRemark[];
}

/**
 * The columns of a target: a report type's fields, what is known of an account, or of the user.
 * @param effort that reading their cells spends. It throws `TooManyMatchesError`.
 */
export function columnsOf(
  target: PreviewTarget,
  given: Replacements,
  effort = new Effort(),
): Columns {
  const remarks: PreviewRemark[] = [];
  const columns = pairsOf(target).map((pair) => columnOf(pair, given, remarks, effort));
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
  remarks: PreviewRemark[],
  effort: Effort,
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
      if (!isDocumented(parsed.segments)) {
        remarks.push({ text: standardText(value), path: valuePlace });
      }
      return {
        shown: { ...shown, path: value },
        place,
        pathPlace: valuePlace,
        cellOf: cellReader(parsed.segments, effort),
      };
    }
    remarks.push({ text: problemText(parsed.problem, value), path: valuePlace });
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

/** To write so many characters takes as long as to look at one value. */
const charactersAStep = 10;

/** Several values in one row become the JSON text of their list. */
function cellReader(segments: readonly Segment[], effort: Effort): (row: unknown) => Cell {
  const isOne = !isPlural(segments);
  return (row) => {
    const values = isOne
      ? [valueOf(row, segments)]
      : select(row, segments, effort).map(({ value }) => value);
    const [only] = values;
    if (values.length <= 1 && (typeof only !== "object" || only === null)) {
      return cellOf(only);
    }
    const text = values.length <= 1 ? cellOf(only) : jsonText(values);
    effort.spend(String(text).length / charactersAStep);
    return text;
  };
}
