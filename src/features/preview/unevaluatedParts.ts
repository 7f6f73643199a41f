import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { isObject, itemsOf, membersOf, stringOf, valueAt } from "../../platform/json/parsedValue";
import { fieldPath } from "../checks/rules/reportTypes";
import type { PreviewTarget } from "./previewTargets";
import { notEvaluated, type PreviewRemark } from "./previewRemarks";

/** Properties that a preview evaluates, or that say nothing about the rows. */
const knownOfRequest = new Set([
  "type",
  "method",
  "url",
  "headers",
  "parameters",
  "body",
  "response",
  "config",
  "builderType", // the request says that it isn't sent
]);
const knownOfResponse = new Set(["type", "dataRows", "dataAdapters"]);
const knownOfReportType = new Set([
  "id",
  "title",
  "description",
  "config",
  "request",
  "fields",
  "decoration",
]);
const knownOfField = new Set(["id", "label", "dataType", "value", "description"]);

/** Fields that have something of their own that isn't evaluated are named up to here. */
const mostFieldRemarks = 20;

/** What a configuration has for a target that a preview leaves out: paging, joins, operations and all that is unknown. */
export function unevaluatedParts(configuration: unknown, target: PreviewTarget): PreviewRemark[] {
  const { owner, path, request, kind, reportType } = target;
  const requestPath = [...path, "request"];
  const remarks = [
    ...unknownMembers(request, knownOfRequest, requestPath),
    ...unknownMembers(request["response"], knownOfResponse, [...requestPath, "response"]),
  ];
  if (kind !== "reportType" || !reportType) {
    return [
      ...remarks,
      ...(kind === "accounts" && itemsOf(valueAt(configuration, "accounts", "filter")).length > 0
        ? [notEvaluated("filter", ["accounts", "filter"])]
        : []),
    ];
  }
  const joins = itemsOf(valueAt(owner, "decoration", "relations"));
  const ofFields = reportType.fields.flatMap((field, index) =>
    unknownMembers(field, knownOfField, fieldPath(reportType, index)),
  );
  const more = ofFields.length - mostFieldRemarks;
  return [
    ...remarks,
    ...unknownMembers(owner, knownOfReportType, path),
    ...(joins.length > 0 ? [notEvaluated("relations", [...path, "decoration", "relations"])] : []),
    ...ofFields.slice(0, mostFieldRemarks),
    ...(more > 0
      ? [{ text: l10n.t("{0} more parts of fields aren't evaluated in a preview.", more), path }]
      : []),
    ...pagingDefault(configuration),
  ];
}

/** Members that nothing is known of. A text, a number, true or false alone changes no rows where it is a field's. */
function unknownMembers(
  value: unknown,
  known: ReadonlySet<string>,
  path: JsonPath,
): PreviewRemark[] {
  return Object.entries(membersOf(value)).flatMap(([key, member]) => {
    const isSimple = known === knownOfField && !isObject(member) && !Array.isArray(member);
    const isEmpty = member === null || (Array.isArray(member) && member.length === 0);
    return known.has(key) || isSimple || isEmpty ? [] : [notEvaluated(key, [...path, key])];
  });
}

/** Paging may have a default for all requests; the name of the property isn't documented. */
function pagingDefault(configuration: unknown): PreviewRemark[] {
  const places: JsonPath[] = [[], ["reporting"]];
  return places.flatMap((path) => {
    const keys = Object.keys(membersOf(valueAt(configuration, ...path.map(String))));
    return keys
      .filter((key) => /pagination|paging/i.test(key))
      .map((key) => notEvaluated(key, [...path, key]));
  });
}

/** Whether the configuration says something about a status, and what: https://docs.supermetrics.com/docs/error-handling. */
export function responseHandler(
  configuration: unknown,
  status: number,
):
  | { readonly message: string; readonly details: string | undefined; readonly path: JsonPath }
  | undefined {
  const path = ["defaultResponseHandler", "responseStatuses"];
  const handlers = itemsOf(valueAt(configuration, ...path));
  const index = handlers.findIndex((one) => membersOf(one)["httpStatus"] === status);
  const handler = membersOf(handlers[index]);
  const message = stringOf(handler["message"]);
  const pair = membersOf(handler["messageDetails"]);
  return message === undefined
    ? undefined
    : {
        message,
        details: pair["source"] === "jsonPath" ? stringOf(pair["value"]) : undefined,
        path: [...path, index, "message"],
      };
}
