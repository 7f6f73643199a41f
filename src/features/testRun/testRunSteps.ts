import * as l10n from "@vscode/l10n";
import type { Prompts } from "../../platform/flow/prompts";
import { runSteps } from "../../platform/flow/steps";
import type { DataSource } from "./dataApi";
import { loginStep } from "./loginStep";
import {
  accountsIn,
  accountsStep,
  datesSteps,
  fieldsStep,
  reportTypeStep,
  rowsIn,
  rowsStep,
  typedAccountsStep,
} from "./querySteps";
import { areAccountsTyped, fieldsOf, isDateRangeNeeded } from "./selectableFields";
import type { TestRunChoices } from "./testRunChoices";
import type { Draft, LoginContent, TestRunQuestions } from "./testRunQuestions";

const usualRows = 100;

/**
 * Asks what a test run is to fetch, one question a step, each only where there is something to choose.
 * @returns undefined when the person cancels. Rejects with why it can't be asked.
 */
export async function askTestRun(
  prompts: Prompts,
  questions: TestRunQuestions,
): Promise<TestRunChoices | undefined> {
  const { dataSource, reportTypes, last, load } = questions;
  const named = [questions.reportType, last?.reportType].flatMap((wanted) =>
    reportTypes.filter(({ id }) => id === wanted),
  );
  const [reportType = reportTypes[0]] = named;
  if (!reportType) {
    throw new Error(l10n.t("The published configuration has no report type that can be run."));
  }
  const needsLogin = dataSource.isAuthenticationRequired !== false;
  const draft: Draft = {
    username: needsLogin ? last?.username : undefined,
    reportType,
    content: { accounts: [], fields: [] },
    isLoaded: false,
    accounts: last?.accounts ?? "all",
    typedAccounts: Array.isArray(last?.accounts) ? last.accounts.join(", ") : "",
    fields: last?.fields,
    dates: last?.dates,
    maxRows: String(last?.maxRows ?? usualRows),
  };
  const loaded = new Map<string | undefined, LoginContent>();
  const choose = async (username: string | undefined, signal: AbortSignal) => {
    const content = loaded.get(username) ?? (await load(username, signal));
    loaded.set(username, content);
    requireAccounts(dataSource, content);
    Object.assign(draft, { username, content, isLoaded: true });
    return content;
  };
  if (!needsLogin) {
    await questions.waiting((signal) => choose(undefined, signal));
  }
  const isNamed = reportTypes.some(({ id }) => id === questions.reportType);
  const context = { prompts, questions, draft, choose };
  const afterLogin = [
    ...(isNamed || reportTypes.length === 1 ? [] : [reportTypeStep(context)]),
    accountsStep(context),
    typedAccountsStep(context),
    fieldsStep(context),
    ...datesSteps(context),
    rowsStep(context),
  ];
  const steps = needsLogin ? [loginStep(context, afterLogin), ...afterLogin] : afterLogin;
  return (await runSteps(steps)) ? choicesOf(draft, questions) : undefined;
}

function requireAccounts(dataSource: DataSource, { accounts }: LoginContent): void {
  const isFreeText = dataSource.reportTypes.some((type) => type.isFreeTextAccountRequired);
  if (dataSource.hasAccountList && accounts.length === 0 && !isFreeText) {
    throw new Error(
      l10n.t("This login has no accounts, so there is nothing to fetch. Choose another login."),
    );
  }
}

function choicesOf(draft: Draft, { dataSource, reportTypes }: TestRunQuestions): TestRunChoices {
  const { username, reportType, content, dates, maxRows } = draft;
  const available = new Set(fieldsOf(reportType, reportTypes, content.fields).map(({ id }) => id));
  const fields = draft.fields?.filter((id) => available.has(id)) ?? [];
  return {
    ...(username !== undefined && { username }),
    reportType: reportType.id,
    accounts: areAccountsTyped(reportType, dataSource)
      ? accountsIn(draft.typedAccounts)
      : accountsOf(draft),
    ...(fields.length > 0 && { fields }),
    ...(dates !== undefined && isDateRangeNeeded(reportType, dataSource) && { dates }),
    maxRows: rowsIn(maxRows) ?? usualRows,
  };
}

/** What was remembered may be of another login. */
function accountsOf({ content, accounts }: Draft): string[] | "all" {
  const ids = content.accounts.map(({ id }) => id);
  if (ids.length < 2) {
    return ids;
  }
  const known = accounts === "all" ? [] : accounts.filter((id) => ids.includes(id));
  return known.length > 0 ? known : "all";
}
