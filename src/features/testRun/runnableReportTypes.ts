import { membersOf, stringOf } from "../../platform/json/parsedValue";
import { jsonPointer } from "../../platform/json/pointers";
import { fieldPath, reportTypesOf, runtimeIdOf } from "../checks/rules/reportTypes";

/** A report type of a configuration, as a query asks for it. All texts are foreign. */
export interface RunnableReportType {
  readonly id: string;
  /** Name for people. */
  readonly title: string;
  /** Whether it says that it shows a date range; undefined where it says nothing. */
  readonly showsDateRange?: boolean | undefined;
  readonly fields: readonly RunnableField[];
}

/** A field of such a report type. */
export interface RunnableField {
  /** The runtime ID: `<report type id>_<field id>`. */
  readonly id: string;
  readonly label: string;
  /** Empty where there is none. */
  readonly dataType: string;
  /** JSON Pointer of the field in the configuration. */
  readonly place: string;
}

/**
 * The report types of a configuration that can be run, in its order, with their fields: those that have an ID, by
 * which alone a query names them. Of fields with one runtime ID the first counts.
 */
export function runnableReportTypes(configuration: unknown): readonly RunnableReportType[] {
  return reportTypesOf(configuration).flatMap((type) => {
    const { id, value } = type;
    const { title, config } = membersOf(value);
    const showsDateRange = membersOf(config)["showDateRange"];
    const fields = new Map<string, RunnableField>();
    type.fields.forEach((field, index) => {
      const { id: own, label, dataType } = membersOf(field);
      const runtimeId = runtimeIdOf(type, field);
      if (runtimeId && !fields.has(runtimeId)) {
        fields.set(runtimeId, {
          id: runtimeId,
          label: stringOf(label) || (stringOf(own) ?? ""),
          dataType: stringOf(dataType) ?? "",
          place: jsonPointer(fieldPath(type, index)),
        });
      }
    });
    return id
      ? [
          {
            id,
            title: stringOf(title) || id,
            showsDateRange: typeof showsDateRange === "boolean" ? showsDateRange : undefined,
            fields: [...fields.values()],
          },
        ]
      : [];
  });
}
