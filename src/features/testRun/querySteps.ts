import * as l10n from "@vscode/l10n";
import { dateSteps } from "../../platform/flow/dateSteps";
import type { Step } from "../../platform/flow/steps";
import { plainText } from "../../platform/words/plainText";
import type { LoginAccount } from "./dataApi";
import { mostListed } from "./query";
import {
  areAccountsTyped,
  fieldsOf,
  isAllOf,
  isDateRangeNeeded,
  type SelectableField,
} from "./selectableFields";
import type { Context } from "./testRunQuestions";

const mostRows = 1_000_000;

/** Asks for the report type. */
export function reportTypeStep({ prompts, questions, draft }: Context): Step {
  return {
    ask: (position) =>
      prompts.pick({
        title: questions.title,
        position,
        placeholder: l10n.t("Report type to run"),
        items: questions.reportTypes.map((reportType) => ({
          label: plainText(reportType.title, 100),
          description: plainText(reportType.id, 100),
          icon: "table",
          value: reportType,
        })),
        isActive: ({ id }) => id === draft.reportType.id,
        accept: (reportType) => {
          draft.reportType = reportType;
          return "next";
        },
      }),
  };
}

/** Asks for the accounts, where there are several. */
export function accountsStep({ prompts, questions, draft }: Context): Step {
  let refusal: string | undefined;
  const step: Step = {
    // How many there are is known with the login.
    applies: () =>
      !areAccountsTyped(draft.reportType, questions.dataSource) &&
      (draft.isLoaded
        ? draft.content.accounts.length > 1
        : questions.dataSource.hasAccountList !== false),
    ask: (position) => {
      const { accounts } = draft.content;
      const shown = refusal;
      refusal = undefined;
      const known = new Set(draft.accounts === "all" ? [] : draft.accounts);
      const isAll = !accounts.some(({ id }) => known.has(id));
      return prompts.pickMany<LoginAccount | "all">({
        title: questions.title,
        position,
        placeholder:
          shown ??
          (accounts.length > mostListed
            ? l10n.t("Accounts to fetch, all or {0} at most", mostListed)
            : l10n.t("Accounts to fetch")),
        items: [
          { label: l10n.t("All accounts"), alwaysShow: true, value: "all" as const },
          ...accounts.map((account) => ({
            label: plainText(account.name, 100),
            description: plainText(account.id, 100),
            ...(account.group && { group: plainText(account.group, 100) }),
            value: account,
          })),
        ],
        isPicked: (one) => (one === "all" ? isAll : known.has(one.id)),
        accept: (chosen) => {
          const picked = chosen.flatMap((one) => (one === "all" ? [] : one.id));
          // Whoever picks single ones while all are picked, as they were at first, means these.
          const wantsAll = chosen.includes("all") && !(isAll && picked.length > 0);
          refusal = wantsAll ? undefined : refusalOf(picked.length);
          if (refusal !== undefined) {
            return step;
          }
          draft.accounts = wantsAll ? "all" : picked;
          return "next";
        },
      });
    },
  };
  return step;
}

/** Asks for the IDs of accounts, where the service has no list of them for the report type. */
export function typedAccountsStep({ prompts, questions, draft }: Context): Step {
  return {
    applies: () => areAccountsTyped(draft.reportType, questions.dataSource),
    ask: (position) =>
      prompts.text({
        title: questions.title,
        position,
        prompt: l10n.t("Account IDs to fetch, separated by commas"),
        value: draft.typedAccounts,
        remark: (typed) => {
          const { length } = accountsIn(typed);
          return length >= 1 && length <= mostListed
            ? undefined
            : { severity: "error", text: l10n.t("Enter 1 to {0} account IDs.", mostListed) };
        },
        onInput: (typed) => (draft.typedAccounts = typed),
      }),
  };
}

/** The account IDs in a text that parts them with commas. */
export function accountsIn(typed: string): string[] {
  const ids = typed.split(",").map((id) => id.trim());
  return [...new Set(ids.filter((id) => id !== ""))];
}

/** Asks for the fields, where there are several. */
export function fieldsStep({ prompts, questions, draft }: Context): Step {
  let refusal: string | undefined;
  const available = () => fieldsOf(draft.reportType, questions.reportTypes, draft.content.fields);
  const step: Step = {
    applies: () => available().length > 1,
    ask: (position) => {
      const fields = available();
      const shown = refusal;
      refusal = undefined;
      const known = new Set(draft.fields);
      const hasKnown = fields.some(({ id }) => known.has(id));
      const first = new Set(fields.slice(0, mostListed).map(({ id }) => id));
      return prompts.pickMany<SelectableField>({
        title: questions.title,
        position,
        placeholder:
          shown ??
          (fields.length > mostListed
            ? l10n.t("Fields to fetch, {0} at most", mostListed)
            : l10n.t("Fields to fetch")),
        items: fields.map((field) => ({
          label: plainText(field.label, 100),
          description: plainText(field.id, 200),
          value: field,
        })),
        isPicked: ({ id }) => (hasKnown ? known : first).has(id),
        accept: (chosen) => {
          refusal = refusalOf(chosen.length);
          if (refusal !== undefined) {
            return step;
          }
          const ids = chosen.map(({ id }) => id);
          draft.fields = isAllOf(draft.reportType, ids) ? undefined : ids;
          return "next";
        },
      });
    },
  };
  return step;
}

/** What is said, where the question was, of a number of items that a query does not take. */
function refusalOf(count: number): string | undefined {
  return count >= 1 && count <= mostListed
    ? undefined
    : l10n.t("Select 1 to {0}. You selected {1}.", mostListed, count);
}

/** Asks for the dates, where the report type needs some. */
export function datesSteps({ prompts, questions, draft }: Context): Step[] {
  const { title, today, dataSource } = questions;
  const steps = dateSteps(prompts, {
    title,
    today,
    range: draft.dates,
    onChange: (range) => (draft.dates = range),
  });
  return steps.map((step) => ({
    ...step,
    applies: () => isDateRangeNeeded(draft.reportType, dataSource) && (step.applies?.() ?? true),
  }));
}

/** Asks for the number of rows. */
export function rowsStep({ prompts, questions, draft }: Context): Step {
  return {
    ask: (position) =>
      prompts.text({
        title: questions.title,
        position,
        prompt: l10n.t("Maximum number of rows for the whole run"),
        value: draft.maxRows,
        remark: (typed) =>
          rowsIn(typed) === undefined
            ? { severity: "error", text: l10n.t("Enter a number from 1 to 1000000.") }
            : undefined,
        onInput: (typed) => (draft.maxRows = typed),
      }),
  };
}

/** What was typed as a number of rows; undefined where it is none. */
export function rowsIn(typed: string): number | undefined {
  const count = /^\d{1,7}$/.test(typed.trim()) ? Number(typed) : 0;
  return count >= 1 && count <= mostRows ? count : undefined;
}
