import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { itemsOf, isObject, stringOf, valueAt, membersOf } from "../../platform/json/parsedValue";
import { reportTypesOf, type ReportType } from "../checks/rules/reportTypes";

/** A request of a configuration that can be previewed. */
export interface PreviewTarget {
  readonly kind: "reportType" | "accounts" | "user" | "validation";
  /** Names it across edits of the configuration. */
  readonly id: string;
  /** Name for the person; foreign text. */
  readonly title: string;
  /** Of the object that has the request. */
  readonly path: JsonPath;
  readonly request: Readonly<Record<string, unknown>>;
  /** What has the request, for its fields. */
  readonly owner: Readonly<Record<string, unknown>>;
  readonly reportType?: ReportType;
}

/** The requests of a configuration that can be previewed, in the order in which they are run. */
export function previewTargets(configuration: unknown): readonly PreviewTarget[] {
  const validation = target(configuration, ["authentication", "validation"], {
    kind: "validation",
    id: "validation",
    title: l10n.t("Credential check"),
  });
  const user = target(configuration, ["dataSourceUser"], {
    kind: "user",
    id: "user",
    title: l10n.t("Data source user"),
  });
  const fetchers = itemsOf(valueAt(configuration, "accounts", "fetchers"));
  const accounts = fetchers.flatMap((_, index) =>
    target(configuration, ["accounts", "fetchers", index], {
      kind: "accounts",
      id: `accounts ${index}`,
      title: fetchers.length > 1 ? l10n.t("Accounts ({0})", index + 1) : l10n.t("Accounts"),
    }),
  );
  const types = reportTypesOf(configuration).flatMap((reportType) =>
    target(configuration, reportType.path, {
      kind: "reportType",
      id: `reportType ${reportType.id ?? String(reportType.path.at(-1))}`,
      title: stringOf(membersOf(reportType.value)["title"]) || (reportType.id ?? ""),
      reportType,
    }),
  );
  return [...validation, ...user, ...accounts, ...types];
}

/** The target with this ID; undefined where the configuration has none. */
export function previewTargetOf(configuration: unknown, id: string): PreviewTarget | undefined {
  return previewTargets(configuration).find((one) => one.id === id);
}

function target(
  configuration: unknown,
  path: JsonPath,
  named: Pick<PreviewTarget, "kind" | "id" | "title" | "reportType">,
): PreviewTarget[] {
  const owner = path.reduce<unknown>(
    (parent, key) => (typeof key === "number" ? itemsOf(parent)[key] : membersOf(parent)[key]),
    configuration,
  );
  const request = membersOf(owner)["request"];
  return isObject(owner) && isObject(request) ? [{ ...named, path, owner, request }] : [];
}
