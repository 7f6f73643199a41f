import * as l10n from "@vscode/l10n";
import { dateSteps } from "../../platform/flow/dateSteps";
import type { PickItem, Prompts, Remark } from "../../platform/flow/prompts";
import { runSteps, type Step } from "../../platform/flow/steps";
import { plainText } from "../../platform/words/plainText";
import type { TestValue } from "./testValues";

/** An account that a preview has found. */
export interface FoundAccount {
  readonly id: string;
  readonly label: string;
}

/** What the questions for test values need. */
export interface TestValueQuestions {
  readonly title: string;
  /** `YYYY-MM-DD`, where the person is. */
  readonly today: string;
  /** The accounts, by a preview of what lists them; undefined where the configuration has no such thing. */
  readonly accounts: (() => Promise<readonly FoundAccount[]>) | undefined;
}

/**
 * Asks for test values.
 * @param values those that are known, which are shown and may be changed; written at every keystroke
 * @returns whether the person went through to the end
 */
export function askTestValues(
  prompts: Prompts,
  testValues: readonly TestValue[],
  values: Map<string, string>,
  questions: TestValueQuestions,
): Promise<boolean> {
  const steps = testValues.flatMap((one) => {
    if (one.kind === "dates") {
      return datesOf(prompts, one, values, questions);
    }
    return one.kind === "account" && questions.accounts
      ? accountSteps(prompts, one, values, questions, questions.accounts)
      : [textStep(prompts, one, values, questions)];
  });
  return runSteps(steps);
}

function textStep(
  prompts: Prompts,
  { id, label, isSecret }: TestValue,
  values: Map<string, string>,
  { title }: TestValueQuestions,
): Step {
  return {
    ask: (position) =>
      prompts.text({
        title,
        position,
        prompt: isSecret
          ? l10n.t("{0}, for previews only, kept in VS Code's secret storage", label)
          : l10n.t("{0}, for previews only", label),
        value: values.get(id) ?? "",
        isSecret,
        remark: (typed) => (typed === "" ? missing() : undefined),
        onInput: (typed) => void values.set(id, typed),
      }),
  };
}

function missing(): Remark {
  return { severity: "error", text: l10n.t("The request needs a value.") };
}

function datesOf(
  prompts: Prompts,
  { id }: TestValue,
  values: Map<string, string>,
  { title, today }: TestValueQuestions,
): Step[] {
  return dateSteps(prompts, {
    title,
    today,
    range: values.get(id),
    onChange: (range) => void values.set(id, range),
  });
}

function accountSteps(
  prompts: Prompts,
  one: TestValue,
  values: Map<string, string>,
  questions: TestValueQuestions,
  accounts: () => Promise<readonly FoundAccount[]>,
): Step[] {
  const draft = { isTyped: false };
  let found: readonly FoundAccount[] = [];
  const load: PickItem<string> = {
    label: l10n.t("Load Accounts"),
    description: l10n.t("Previews the request that lists them"),
    icon: "refresh",
    alwaysShow: true,
    value: "load",
  };
  const typed: PickItem<string> = {
    label: l10n.t("Enter Account ID…"),
    icon: "edit",
    alwaysShow: true,
    value: "type",
  };
  const pick: Step = {
    ask: (position) =>
      prompts.pick({
        title: questions.title,
        position,
        placeholder: l10n.t("Account to preview"),
        items: [
          ...found.map(({ id, label }) => ({
            label: plainText(label || id, 100),
            description: label ? plainText(id, 100) : "",
            icon: "account",
            value: `id ${id}`,
          })),
          ...(found.length > 0 ? [typed] : [load, typed]),
        ],
        isActive: (value) => value === `id ${values.get(one.id)}`,
        accept: (value) => {
          if (value === "load") {
            return loading;
          }
          draft.isTyped = value === "type";
          if (!draft.isTyped) {
            values.set(one.id, value.slice("id ".length));
          }
          return "next";
        },
      }),
  };
  const typing = {
    ...textStep(prompts, one, values, questions),
    applies: () => draft.isTyped,
  };
  /** A step of its own: the preview may have questions, for which the list closes. */
  const loading: Step = {
    ask: async () => {
      found = await accounts();
      draft.isTyped = found.length === 0;
      return draft.isTyped ? typing : pick;
    },
  };
  return [pick, typing];
}
