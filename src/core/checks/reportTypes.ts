import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { change } from "./fixes";
import { at, itemsOf, membersOf, textOf, type Report } from "./finding";
import { reportRepeated } from "./repeatedId";

const reportTypesPath = ["reporting", "reportTypes"];

/** Longer than any report type's: such a one would make a long text of each of its fields. */
const longestId = 1000;

export interface ReportType {
  readonly id: string | undefined;
  readonly path: JsonPath;
  readonly value: unknown;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly id: string | undefined;
  readonly value: unknown;
  /** By which the API knows it when the connector runs. */
  readonly runtimeId: string | undefined;
}

/** The report types of a configuration, with their fields. */
export function reportTypesOf(configuration: unknown): readonly ReportType[] {
  return itemsOf(at(configuration, ...reportTypesPath)).map((value, index) => {
    const path = [...reportTypesPath, index];
    const id = textOf(membersOf(value)["id"]);
    const fields = itemsOf(membersOf(value)["fields"]).map((field) => {
      const fieldId = textOf(membersOf(field)["id"]);
      const runtimeId = id && fieldId && id.length <= longestId ? `${id}_${fieldId}` : undefined;
      return { id: fieldId, value: field, runtimeId };
    });
    return { id, path, value, fields };
  });
}

/** Made when it is needed: a configuration may have tens of thousands of fields. */
export function fieldPath({ path }: ReportType, index: number): JsonPath {
  return [...path, "fields", index];
}

export function checkReportTypes(types: readonly ReportType[], report: Report): void {
  if (types.length === 0) {
    const text = l10n.t("There is no report type, so there is nothing to fetch.");
    report({ code: "noReportTypes", path: reportTypesPath, text });
  }
  const known = new Map<string, JsonPath>();
  for (const { id, path, fields } of types) {
    const idPath = [...path, "id"];
    if (!id) {
      report({ code: "reportTypeId", path, text: l10n.t("A report type needs an “id”.") });
    } else if (!/^\w+$/.test(id)) {
      const text = l10n.t("A report type’s “id” has letters, digits and underscores only.");
      const mended = id.toLowerCase().replace(/[^a-z0-9]+/g, "_");
      report({ code: "reportTypeId", path: idPath, text, fixes: [change(idPath, mended)] });
    }
    const first = id === undefined ? undefined : known.get(id);
    if (id && first) {
      const text = () => l10n.t("Another report type has the “id” {0}.", id);
      reportRepeated(report, { code: "repeatedReportType", id, path: idPath, first, known, text });
    } else if (id) {
      known.set(id, idPath);
    }
    if (fields.length === 0) {
      report({ code: "noFields", path, text: l10n.t("The report type has no fields.") });
    }
  }
  checkFields(types, report);
}

function checkFields(types: readonly ReportType[], report: Report): void {
  const runtime = new Map<string, { type: ReportType; index: number }>();
  for (const type of types) {
    const known = new Map<string, number>();
    for (const [index, { id, value, runtimeId }] of type.fields.entries()) {
      const idPath = (position: number) => [...fieldPath(type, position), "id"];
      const first = id === undefined ? undefined : known.get(id);
      const elsewhere = runtimeId === undefined ? undefined : runtime.get(runtimeId);
      if (id && first !== undefined) {
        const text = () => l10n.t("Another field of the report type has the “id” {0}.", id);
        const places = { path: idPath(index), first: idPath(first) };
        reportRepeated(report, { code: "repeatedField", id, ...places, known, text });
      } else if (id) {
        known.set(id, index);
      }
      if (elsewhere && elsewhere.type.id !== type.id && report.wants("runtimeIdCollision")) {
        report({
          code: "runtimeIdCollision",
          path: idPath(index),
          text: l10n.t(
            "A field of another report type has the same runtime ID, {0}.",
            runtimeId ?? "",
          ),
          related: {
            path: [...fieldPath(elsewhere.type, elsewhere.index), "id"],
            text: l10n.t("That field"),
          },
        });
      } else if (runtimeId !== undefined && !elsewhere) {
        runtime.set(runtimeId, { type, index });
      }
      if (!isDataType(membersOf(value)["dataType"]) && report.wants("dataTypeParts")) {
        const text = l10n.t(
          "A data type has the form type.group.class, or type.group.class.format.",
        );
        report({ code: "dataTypeParts", path: [...fieldPath(type, index), "dataType"], text });
      }
    }
  }
}

function isDataType(value: unknown): boolean {
  return typeof value !== "string" || /^[^.]*(\.[^.]*){2,3}$/.test(value);
}
