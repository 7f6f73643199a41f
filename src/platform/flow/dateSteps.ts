import * as l10n from "@vscode/l10n";
import { daysOf, isDay, namedDateRanges, usualDateRange, type DateRange } from "./dateRange";
import type { PickItem, Prompts } from "./prompts";
import type { Step } from "./steps";

/** What the questions for dates need. */
export interface DateQuestions {
  readonly title: string;
  /** `YYYY-MM-DD`, where the person is. */
  readonly today: string;
  /** What was chosen last. */
  readonly range: DateRange | undefined;
  /** Called with each choice, and at every keystroke that makes two days. */
  readonly onChange: (range: DateRange) => void;
}

const custom = "custom";

/** The questions for the days of a query: a range by its name, or the first and the last day. */
export function dateSteps(prompts: Prompts, questions: DateQuestions): Step[] {
  const { title, today, onChange } = questions;
  const chosen = questions.range ?? usualDateRange;
  const isNamed = namedDateRanges().some(({ range }) => range === chosen);
  const own = daysOf(chosen, today) ?? { start: today, end: today };
  const draft = { isCustom: !isNamed, ...own };
  const items: readonly PickItem<string>[] = [
    ...namedDateRanges().map(({ range, label }) => {
      const days = daysOf(range, today);
      return { label, description: `${days?.start} – ${days?.end}`, value: range };
    }),
    { label: l10n.t("Other Dates…"), value: custom, alwaysShow: true },
  ];
  const dayStep = (which: "start" | "end", prompt: string): Step => ({
    applies: () => draft.isCustom,
    ask: (position) =>
      prompts.text({
        title,
        position,
        prompt,
        value: draft[which],
        remark: (typed) => {
          const isWrong = !isDay(typed.trim()) || (which === "end" && typed.trim() < draft.start);
          return isWrong
            ? {
                severity: "error",
                text: l10n.t(
                  "Enter a date like 2026-01-31. The last day can't be before the first.",
                ),
              }
            : undefined;
        },
        onInput: (typed) => {
          draft[which] = typed.trim();
          if (isDay(draft.start) && isDay(draft.end)) {
            onChange(`${draft.start}/${draft.end}`);
          }
        },
      }),
  });
  return [
    {
      ask: (position) =>
        prompts.pick({
          title,
          position,
          placeholder: l10n.t("Dates of the query"),
          items,
          isActive: (range) => range === (draft.isCustom ? custom : chosen),
          accept: (range) => {
            draft.isCustom = range === custom;
            onChange(draft.isCustom ? `${draft.start}/${draft.end}` : range);
            return "next";
          },
        }),
    },
    dayStep("start", l10n.t("First day, as YYYY-MM-DD")),
    dayStep("end", l10n.t("Last day, as YYYY-MM-DD")),
  ];
}
