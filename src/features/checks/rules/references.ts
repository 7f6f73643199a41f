import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../../platform/json/places";
import { type Report, replaceValueFix, reportRepeated } from "../finding";
import type { ReportType } from "./reportTypes";
import { walk, valueAt, itemsOf, membersOf, stringOf } from "../../../platform/json/parsedValue";

/**
 * IDs of the user inputs.
 * @param configuration what `JSON.parse` makes of it
 * @returns undefined unless the sign-in is of the type `user_input`: other types bring inputs of their own
 */
export function userInputIds(configuration: unknown): ReadonlySet<string> | undefined {
  const authentication = membersOf(membersOf(configuration)["authentication"]);
  return authentication["type"] === "user_input"
    ? new Set(
        itemsOf(authentication["userInputs"]).flatMap((one) => stringOf(valueAt(one, "id")) ?? []),
      )
    : undefined;
}

/**
 * Checks the list of user inputs: that it has entries, IDs that differ, and none that nothing takes.
 * @param configuration what `JSON.parse` makes of it
 * @param used IDs that source/value pairs name
 */
export function checkUserInputs(
  configuration: unknown,
  used: ReadonlySet<string>,
  report: Report,
): void {
  const ids = userInputIds(configuration);
  if (!ids) {
    return;
  }
  const path = ["authentication", "userInputs"];
  const given = valueAt(configuration, ...path);
  const inputs = itemsOf(given);
  if (inputs.length === 0 && (given === undefined || Array.isArray(given))) {
    const text = l10n.t(
      'Authentication with user inputs requires at least one entry in "userInputs".',
    );
    report({ code: "noUserInputs", path, text, lacks: { name: "userInputs" } });
  }
  const known = new Map<string, JsonPath>();
  for (const [index, input] of inputs.entries()) {
    const id = stringOf(valueAt(input, "id"));
    const idPath = [...path, index, "id"];
    const earlier = id === undefined ? undefined : known.get(id);
    if (id !== undefined && earlier) {
      const text = () => l10n.t('Duplicate user input ID "{0}".', id);
      const places = { path: idPath, first: earlier };
      reportRepeated(report, { code: "repeatedUserInput", id, ...places, known, text });
    } else if (id !== undefined) {
      known.set(id, idPath);
      if (!used.has(id)) {
        const text = l10n.t("This user input isn't used.");
        report({ code: "unusedUserInput", path: idPath, text });
      }
    }
  }
}

/**
 * Checks what joins lead to; https://docs.supermetrics.com/docs/joining-data.
 * @param types all report types of the configuration
 */
export function checkJoins(types: readonly ReportType[], report: Report): void {
  const ids = new Set(types.flatMap(({ id }) => id ?? []));
  for (const { id, path, value } of types) {
    const relations = itemsOf(valueAt(value, "decoration", "relations"));
    for (const [index, relation] of relations.entries()) {
      const target = stringOf(valueAt(relation, "reportTypeId"));
      const place = [...path, "decoration", "relations", index, "reportTypeId"];
      const isNamed = target !== undefined && !target.includes("{{");
      if (isNamed && !ids.has(target) && report.wants("unknownReportType")) {
        const text = l10n.t('Unknown report type "{0}".', target);
        report({
          code: "unknownReportType",
          path: place,
          text,
          fixes: alternativeFixes(ids, id, place),
        });
      } else if (target !== undefined && target === id) {
        const text = l10n.t("This report type is joined to itself.");
        report({ code: "joinToItself", path: place, text });
      }
    }
  }
}

/**
 * Checks that parts are there which other parts need.
 * @param configuration what `JSON.parse` makes of it
 * @param used where a placeholder first takes something of the user, the account or a signer
 */
export function checkParts(
  configuration: unknown,
  used: { readonly user?: JsonPath; readonly account?: JsonPath; readonly signer?: JsonPath },
  report: Report,
): void {
  const root = membersOf(configuration);
  const signers = root["signers"] ?? [];
  if (used.signer && Array.isArray(signers) && signers.length === 0) {
    const text = l10n.t('This placeholder needs a signature, but "signers" is missing or empty.');
    report({ code: "noSigners", path: used.signer, text });
  }
  if (!("dataSourceUser" in root)) {
    const text = l10n.t(
      'Missing "dataSourceUser", which connectors that people sign in to require.',
    );
    if ("authentication" in root) {
      report({ code: "noDataSourceUser", path: ["authentication"], isAboutKey: true, text });
    } else if (used.user) {
      report({ code: "noDataSourceUser", path: used.user, text });
    }
  }
  if (used.account && !("accounts" in root)) {
    const text = l10n.t(
      'This placeholder needs an account, but "accounts" is missing. Ignore this if people enter the account themselves.',
    );
    report({ code: "noAccounts", path: used.account, text });
  }
}

/**
 * Checks signers for RSA with SHA-1 or MD5, which fails when the connector runs. The names of a signer's properties are
 * not documented: any values count. https://docs.supermetrics.com/docs/request-signers
 * @param configuration what `JSON.parse` makes of it
 */
export function checkSigners(configuration: unknown, report: Report): void {
  for (const [index, signer] of itemsOf(valueAt(configuration, "signers")).entries()) {
    let isWeak = false;
    walk(signer, {
      object: ({ id: _id, name: _name, ...rest }) => {
        const values = Object.values(rest).map((value) => String(stringOf(value)).toLowerCase());
        isWeak ||= values.includes("rsa") && (values.includes("sha1") || values.includes("md5"));
      },
      text: () => undefined,
    });
    if (isWeak) {
      const text = l10n.t(
        "RSA signatures with SHA-1 or MD5 might fail when the connector runs. Use SHA-256, SHA-384, or SHA-512.",
      );
      report({ code: "weakRsa", path: ["signers", index], text });
    }
  }
}

/** Longer than any ID that fits into a menu. */
const longestOffered = 200;

/**
 * Fixes with the IDs that could be meant, few enough for a menu.
 * @param own an ID that is not offered
 * @param path of the value to replace
 */
export function alternativeFixes(
  ids: ReadonlySet<string>,
  own: string | undefined,
  path: JsonPath,
) {
  const possible: string[] = [];
  for (const id of ids) {
    if (id !== own && id.length <= longestOffered) {
      possible.push(id);
    }
    if (possible.length === 5) {
      break;
    }
  }
  return possible.map((id) => replaceValueFix(path, id));
}
