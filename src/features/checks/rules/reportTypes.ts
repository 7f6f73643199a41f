import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../../platform/json/places";
import { replaceValueFix, type Report, reportRepeated } from "../finding";
import { valueAt, itemsOf, membersOf, stringOf } from "../../../platform/json/parsedValue";

const reportTypesPath = ["reporting", "reportTypes"];

/** Longer than any report type's: such a one would make a long text of each of its fields. */
const longestId = 1000;

/** A report type as a configuration has it. */
export interface ReportType {
  readonly id: string | undefined;
  readonly path: JsonPath;
  readonly value: unknown;
  /** As they stand there: a configuration may have tens of thousands. */
  readonly fields: readonly unknown[];
}

/**
 * The report types of a configuration, with their fields.
 * @param configuration what `JSON.parse` makes of it; one of another form has none
 */
export function reportTypesOf(configuration: unknown): readonly ReportType[] {
  return itemsOf(valueAt(configuration, ...reportTypesPath)).map((value, index) => {
    const path = [...reportTypesPath, index];
    const { id, fields } = membersOf(value);
    return { id: stringOf(id), path, value, fields: itemsOf(fields) };
  });
}

/**
 * The report types of a configuration's text, with their fields.
 * @returns none where the text is not JSON: the editor says so
 */
export function reportTypesIn(text: string): readonly ReportType[] {
  try {
    return reportTypesOf(JSON.parse(text));
  } catch {
    return [];
  }
}

/** The `id` of a field, where it has one. */
export function fieldId(field: unknown): string | undefined {
  return stringOf(membersOf(field)["id"]);
}

/**
 * The ID by which the API knows a field when the connector runs: those of the report type and the field, with `_`
 * between them.
 * @returns undefined where one of them is missing, or longer than any
 */
export function runtimeIdOf({ id }: ReportType, field: unknown): string | undefined {
  const own = fieldId(field);
  return id && own && id.length <= longestId ? `${id}_${own}` : undefined;
}

/** The path of a field, made when it is needed: a configuration may have tens of thousands of fields. */
export function fieldPath({ path }: ReportType, index: number): JsonPath {
  return [...path, "fields", index];
}

/**
 * Checks IDs, fields, data types and runtime IDs; https://docs.supermetrics.com/docs/reporting.
 * @param types all report types of the configuration
 * @param schemaVocabulary what the delivered schema allows by name
 */
export function checkReportTypes(
  types: readonly ReportType[],
  report: Report,
  schemaVocabulary?: ReadonlySet<string>,
): void {
  if (types.length === 0) {
    const text = l10n.t("Missing report types: the connector has no data to fetch.");
    report({ code: "noReportTypes", path: reportTypesPath, text, lacks: { name: "reportTypes" } });
  }
  const known = new Map<string, JsonPath>();
  for (const { id, path, fields, value } of types) {
    const idPath = [...path, "id"];
    const isOfOtherKind = id === undefined && (membersOf(value)["id"] ?? undefined) !== undefined;
    if (!id && !isOfOtherKind) {
      const text = l10n.t("Missing report type ID.");
      report({ code: "reportTypeId", path, text, lacks: { name: "id" } });
    } else if (id && !/^\w+$/.test(id)) {
      const text = l10n.t("Report type IDs can contain only letters, digits, and underscores.");
      const mended = id.toLowerCase().replace(/[^a-z0-9]+/g, "_");
      report({
        code: "reportTypeId",
        path: idPath,
        text,
        fixes: [replaceValueFix(idPath, mended)],
      });
    }
    const first = id === undefined ? undefined : known.get(id);
    if (id && first) {
      const text = () => l10n.t('Duplicate report type ID "{0}".', id);
      reportRepeated(report, { code: "repeatedReportType", id, path: idPath, first, known, text });
    } else if (id) {
      known.set(id, idPath);
    }
    if (fields.length === 0) {
      const text = l10n.t("This report type has no fields.");
      report({ code: "noFields", path, text, lacks: { name: "fields", in: [...path, "fields"] } });
    }
  }
  checkFields(types, report, schemaVocabulary);
}

function checkFields(
  types: readonly ReportType[],
  report: Report,
  schemaVocabulary?: ReadonlySet<string>,
): void {
  for (const type of types) {
    const known = new Map<string, number>();
    for (let index = 0; index < type.fields.length; index++) {
      const { id, dataType } = membersOf(type.fields[index]);
      if (typeof id === "string" && id !== "") {
        const first = known.get(id);
        if (first === undefined) {
          known.set(id, index);
        } else if (report.wants("repeatedField")) {
          const text = () => l10n.t('Duplicate field ID "{0}".', id);
          const places = { path: fieldIdPath(type, index), first: fieldIdPath(type, first) };
          reportRepeated(report, { code: "repeatedField", id, ...places, known, text });
        }
      }
      if (typeof dataType !== "string" || isDataType(dataType)) {
        continue; // what is no text is the schema's to say
      }
      if (report.wants("dataTypeParts") && !schemaVocabulary?.has(dataType)) {
        const text = l10n.t("Invalid data type. Use type.group.class or type.group.class.format.");
        report({ code: "dataTypeParts", path: [...fieldPath(type, index), "dataType"], text });
      }
    }
  }
  checkRuntimeIds(typesThatMayCollide(types), report);
}

function checkRuntimeIds(types: readonly ReportType[], report: Report): void {
  const known = new Map<string, { type: ReportType; index: number }>();
  for (const type of types) {
    for (const [index, field] of type.fields.entries()) {
      const runtimeId = runtimeIdOf(type, field);
      const elsewhere = runtimeId === undefined ? undefined : known.get(runtimeId);
      if (runtimeId !== undefined && !elsewhere) {
        known.set(runtimeId, { type, index });
      } else if (
        runtimeId !== undefined &&
        elsewhere &&
        elsewhere.type.id !== type.id &&
        report.wants("runtimeIdCollision")
      ) {
        report({
          code: "runtimeIdCollision",
          path: fieldIdPath(type, index),
          text: l10n.t(
            'Duplicate runtime ID "{0}": a field of another report type has the same one.',
            runtimeId,
          ),
          related: {
            path: fieldIdPath(elsewhere.type, elsewhere.index),
            text: l10n.t("First defined here"),
          },
        });
      }
    }
  }
}

/**
 * Fields of two report types can have one runtime ID only where the one's ID begins with the other's and “_”:
 * nearly always there are none, and no runtime ID has to be made.
 * @returns in the order of the configuration
 */
function typesThatMayCollide(types: readonly ReportType[]): readonly ReportType[] {
  const found = new Set<ReportType>();
  /** Each begins with the one before. */
  const around: { readonly type: ReportType; readonly start: string }[] = [];
  const sorted = types
    .map((type) => ({ type, start: `${type.id}_` }))
    .toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  for (const next of sorted) {
    while (around.length > 0 && !next.start.startsWith(around.at(-1)?.start ?? "")) {
      around.pop();
    }
    const outer = around.at(-1);
    if (outer) {
      found.add(outer.type).add(next.type);
    }
    around.push(next);
  }
  return types.filter((type) => found.has(type));
}

function fieldIdPath(type: ReportType, index: number): JsonPath {
  return [...fieldPath(type, index), "id"];
}

/** Three parts or four; or one, as `bool` has. */
function isDataType(text: string): boolean {
  let dots = 0;
  for (let dot = text.indexOf("."); dot >= 0 && dots < 4; dot = text.indexOf(".", dot + 1)) {
    dots++;
  }
  return dots !== 1 && dots < 4;
}
