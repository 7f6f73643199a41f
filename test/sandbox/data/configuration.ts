import { failures } from "./failures";
import type { RuntimeField } from "./model";
import { partOf, partsOf, refuseOthers, textOf, type Part } from "./parts";

export interface ReportType {
  readonly id: string;
  readonly title: string;
  readonly part: Part;
  readonly request: Part;
  readonly isDateRangeRequired: boolean;
  readonly fields: readonly ConfiguredField[];
}

export interface ConfiguredField extends RuntimeField {
  readonly part: Part;
}

/** A connector's configuration, as published. */
export function configurationOf({ configurationText }: { configurationText: string }): Part {
  return partOf(JSON.parse(configurationText));
}

export function reportTypesOf(configuration: Part): readonly ReportType[] {
  return partsOf(partOf(configuration["reporting"])["reportTypes"]).map((part) => {
    const id = textOf(part["id"]);
    const title = textOf(part["title"]) || id;
    const request = partOf(part["request"]);
    const isDateRangeRequired =
      partOf(part["config"])["showDateRange"] === true ||
      /\{\{\s*query\.(start|end)_date\./.test(JSON.stringify(request));
    const fields = partsOf(part["fields"]).map((field) => runtimeField(id, title, field));
    return { id, title, part, request, isDateRangeRequired, fields };
  });
}

/** The report type that has all these fields, and the fields in this order; throws a failure for any other ID. */
export function selected(configuration: Part, ids: readonly string[]) {
  const reportTypes = reportTypesOf(configuration);
  const [first = ""] = ids;
  const reportType = reportTypes.find(({ fields }) => fields.some(({ id }) => id === first));
  if (!reportType) {
    throw failures.unknownField(first);
  }
  const fields = ids.map((id) => {
    const field = reportType.fields.find((one) => one.id === id);
    const isElsewhere = reportTypes.some((other) => other.fields.some((one) => one.id === id));
    if (!field) {
      throw isElsewhere
        ? failures.badQuery("Fields of different report types can't be queried together.")
        : failures.unknownField(id);
    }
    refuseOthers(field.part, ["id", "label", "dataType", "value"], `the field “${id}”`);
    return field;
  });
  const known = ["id", "title", "config", "request", "fields"];
  refuseOthers(reportType.part, known, `the report type “${reportType.id}”`);
  return { reportType, fields };
}

/** Whether each secret that the configuration declares is registered, if it is one for the service's store. */
export function hasItsSecrets(
  configuration: Part,
  secrets: ReadonlyMap<string, { readonly placeholder: string; readonly name: string }>,
): boolean {
  const registered = new Set([...secrets.values()].flatMap((one) => [one.placeholder, one.name]));
  return partsOf(partOf(configuration["secrets"])["items"])
    .filter(({ source }) => source !== "userInput" && source !== "static")
    .every(({ id, value }) => registered.has(textOf(id)) || registered.has(textOf(value)));
}

function runtimeField(reportType: string, group: string, part: Part): ConfiguredField {
  const id = textOf(part["id"]);
  const dataType = textOf(part["dataType"]);
  const name = textOf(part["label"]) || id;
  // The configuration has no property for it that is known.
  const isMetric = /^(int|float)\./.test(dataType);
  return { id: `${reportType}_${id}`, name, dataType, isMetric, group, part };
}
