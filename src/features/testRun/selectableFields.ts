import type { DataSource, RuntimeField } from "./dataApi";
import { mostListed } from "./query";
import type { RunnableReportType } from "./runnableReportTypes";

/** A field that a query can ask for. All texts are foreign. */
export interface SelectableField {
  /** The runtime ID. */
  readonly id: string;
  readonly label: string;
}

/**
 * The fields of a report type: those that the service lists, in its order; those of the configuration where it lists
 * none of them.
 * @param all every report type of the configuration: the ID of one may be the beginning of another's
 */
export function fieldsOf(
  reportType: RunnableReportType,
  all: readonly RunnableReportType[],
  listed: readonly RuntimeField[],
): readonly SelectableField[] {
  const own = new Set(reportType.fields.map(({ id }) => id));
  const ofOthers = new Set(all.filter(({ id }) => id !== reportType.id).flatMap(idsOf));
  const longer = all.filter(
    ({ id }) => id.length > reportType.id.length && id.startsWith(reportType.id),
  );
  const isOwn = (id: string) =>
    own.has(id) ||
    (id.startsWith(`${reportType.id}_`) &&
      !ofOthers.has(id) &&
      !longer.some((other) => id.startsWith(`${other.id}_`)));
  const found = listed.filter(({ id }) => isOwn(id)).map(({ id, name }) => ({ id, label: name }));
  return found.length > 0 ? found : reportType.fields;
}

/** Whether these are the fields that are queried where none are named: all of the configuration, as far as a query takes them. */
export function isAllOf({ fields }: RunnableReportType, ids: readonly string[]): boolean {
  const all = new Set(fields.slice(0, mostListed).map(({ id }) => id));
  return all.size === ids.length && ids.every((id) => all.has(id));
}

function idsOf({ fields }: RunnableReportType): readonly string[] {
  return fields.map(({ id }) => id);
}

/** Whether the accounts of a report type are typed: the service says it where it has no list of them. */
export function areAccountsTyped({ id }: RunnableReportType, { reportTypes }: DataSource): boolean {
  return reportTypes.find((type) => type.id === id)?.isFreeTextAccountRequired ?? false;
}

/** Whether a run of a report type asks for dates: the service says it, or else the configuration. */
export function isDateRangeNeeded(reportType: RunnableReportType, dataSource: DataSource): boolean {
  const runtime = dataSource.reportTypes.find(({ id }) => id === reportType.id);
  return (
    runtime?.isDateRangeRequired ??
    reportType.showsDateRange ??
    dataSource.isDateRangeRequired ??
    true
  );
}
