import {
  type RegisteredSecrets,
  checkRegistered,
  checkSecrets,
  declaredSecrets,
} from "./rules/secrets";
import { SecretUses } from "./rules/secretUses";
import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { colon } from "../../platform/json/scan";
import type { CheckCode } from "./checkDefinitions";
import { checkAdapters, checkJsonPath } from "./rules/adapters";
import { isForeign, type Finding, type Report } from "./finding";
import {
  checkJoins,
  checkParts,
  checkSigners,
  checkUserInputs,
  alternativeFixes,
  userInputIds,
} from "./rules/references";
import { checkReportTypes, reportTypesOf, type ReportType } from "./rules/reportTypes";
import {
  checkCredential,
  checkDate,
  checkPlaceholderName,
  checkPlaceholders,
  checkUrl,
} from "./rules/texts";
import { walk, isObject, membersOf } from "../../platform/json/parsedValue";

const dollar = 0x24;

/** At most so many findings of one check: more would help nobody, slow down the editor, and hide other checks. */
export const maxFindingsPerCheck = 100;

/** What other features know of a configuration that checks can use, as far as they know it. */
export interface CheckContext {
  /** The connector's secrets. */
  readonly secrets?: RegisteredSecrets | undefined;
  /** What the delivered schema allows by name: it outranks what is known here. */
  readonly schemaVocabulary?: ReadonlySet<string> | undefined;
}

/**
 * Runs the checks that need no service, all but the one for repeated keys.
 * @param configuration what `JSON.parse` makes of the text
 */
export function runChecks(configuration: unknown, text: string, known: CheckContext): Finding[] {
  const findings: Finding[] = [];
  const counts = new Map<CheckCode, number>();
  const wants = (code: CheckCode) => (counts.get(code) ?? 0) < maxFindingsPerCheck;
  const report: Report = Object.assign(
    (finding: Finding) => {
      if (wants(finding.code)) {
        counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
        findings.push(finding);
      }
    },
    { wants },
  );
  if (!isObject(configuration)) {
    const message = l10n.t("The configuration must be a JSON object.");
    return [{ code: "rootNotObject", path: [], text: message }];
  }
  const types = reportTypesOf(configuration);
  const declared = declaredSecrets(configuration);
  const secrets = new Set([
    ...declared.flatMap(({ id }) => id ?? []),
    ...(known.secrets?.secrets ?? []).flatMap(({ name, placeholder }) => [name, placeholder]),
  ]);
  checkReportTypes(types, report, known.schemaVocabulary);
  checkPaging(types, report);
  checkJoins(types, report);
  checkSecrets(declared, report);
  if (known.secrets) {
    checkRegistered(declared, known.secrets, report);
  }
  checkSigners(configuration, report);
  const uses = new SecretUses(known.secrets, declared, text);
  const used = checkTexts(
    configuration,
    { secrets, uses, schemaVocabulary: known.schemaVocabulary },
    report,
  );
  uses.checkUnused(report);
  checkUserInputs(configuration, used.userInputs, report);
  checkParts(configuration, used, report);
  return findings;
}

interface Used {
  readonly userInputs: Set<string>;
  user?: JsonPath;
  account?: JsonPath;
  signer?: JsonPath;
}

interface TextContext extends Pick<CheckContext, "schemaVocabulary"> {
  /** IDs of declared secrets, and names and placeholders of registered ones. */
  readonly secrets: ReadonlySet<string>;
  readonly uses: SecretUses;
}

function checkTexts(
  configuration: unknown,
  { secrets, uses, schemaVocabulary }: TextContext,
  report: Report,
): Used {
  const used: Used = { userInputs: new Set() };
  const inputs = userInputIds(configuration);
  let isVersion = false;
  walk(configuration, {
    object: ({ source, value, name, items }, path) => {
      isVersion = typeof name === "string" && /version/i.test(name);
      const list = path[path.length - 2];
      const key = path[path.length - 1];
      if (source === "jsonPath") {
        const isOdd = String(value).charCodeAt(0) !== dollar;
        if (isOdd && report.wants("jsonPathStart") && !isForeign(path)) {
          checkJsonPath(value, [...path, "value"], report);
        }
      } else if (source === "userInput" && typeof value === "string") {
        used.userInputs.add(value);
        const isUnknown = inputs && !inputs.has(value) && !value.includes("{{");
        if (isUnknown && report.wants("unknownUserInput") && !isForeign(path)) {
          const text = l10n.t('Unknown user input "{0}".', value);
          const place = [...path, "value"];
          const fixes = alternativeFixes(inputs, value, place);
          report({ code: "unknownUserInput", path: place, text, fixes });
        }
      } else if (typeof name === "string" && typeof value === "string") {
        if ((list === "headers" || list === "parameters") && typeof key === "number") {
          if (!uses.isBare(value)) {
            checkCredential(list, name, value, [...path, "value"], report);
          }
        }
      }
      if (key === "dataAdapters" && Array.isArray(items) && !isForeign(path)) {
        checkAdapters(items, [...path, "items"], report, schemaVocabulary);
      }
    },
    text: (text, path) => {
      const key = path[path.length - 1];
      // To look for one character is several times as fast as to look for two.
      if (text.includes("{") || text.includes("}")) {
        for (const name of checkPlaceholders(text, key, path, report)) {
          checkPlaceholderName(name, secrets, path, report);
          uses.checkReference(name, text, path, report);
          const [word] = name.split(".");
          if (word === "user" || word === "account" || name === "signer.signature") {
            used[word === "user" || word === "account" ? word : "signer"] ??= path.slice();
          }
        }
      }
      uses.checkBare(text, path, report);
      if ((key === "clientSecret" || key === "consumerSecret") && !uses.isBare(text)) {
        checkCredential(undefined, key, text, path.slice(), report);
      }
      if (text.charCodeAt(4) === colon && report.wants("insecureUrl")) {
        checkUrl(text, path.slice(), report);
      }
      const isOfRequest = path[1] === "reportTypes" && path[3] === "request";
      if (isOfRequest && !(isVersion && key === "value") && report.wants("dateWrittenOut")) {
        checkDate(text, path.slice(), report);
      }
    },
  });
  return used;
}

/** The name of the property is not documented: any that speaks of pages counts. */
function checkPaging(types: readonly ReportType[], report: Report): void {
  const without = types.filter(({ value }) => !hasPaging(value));
  if (without.length < types.length) {
    for (const { path } of without) {
      const text = l10n.t(
        "Missing paging: this report type might return only the first page. Other report types in this connector use paging.",
      );
      report({ code: "noPaging", path: [...path, "id"], text });
    }
  }
}

function hasPaging(reportType: unknown): boolean {
  const { request, ...own } = membersOf(reportType);
  const parts = [own, membersOf(request), membersOf(membersOf(request)["config"])];
  return parts.some((part) => Object.keys(part).some((key) => /paginat|paging/i.test(key)));
}
