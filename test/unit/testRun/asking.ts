import type { LoginAccount, RuntimeField } from "../../../src/features/testRun/dataApi";
import type { RunnableReportType } from "../../../src/features/testRun/runnableReportTypes";
import type {
  LoginContent,
  TestRunQuestions,
} from "../../../src/features/testRun/testRunQuestions";
import { askTestRun } from "../../../src/features/testRun/testRunSteps";
import type { ScriptedPrompts } from "../support/scriptedPrompts";

export const type = (id: string, title: string, ...fields: string[]): RunnableReportType => ({
  id,
  title,
  fields: fields.map((field) => ({
    id: `${id}_${field}`,
    label: field.toUpperCase(),
    dataType: "string.text.value",
    place: "/reporting",
  })),
});
const ads = type("ads", "Ads", "day", "clicks");
export const keywords = type("ads_keywords", "Keywords", "word");
const listed = (...ids: string[]): RuntimeField[] =>
  ids.map((id) => ({ id, name: `Name of ${id}` }));
export const accounts: readonly LoginAccount[] = [
  { id: "1", name: "Harbour", group: "News" },
  { id: "2", name: "Lighthouse", group: "News" },
];
const now = Date.parse("2026-11-25T12:00:00Z");
const ann = { id: "l1", username: "ann@example.com", displayName: "Ann" };
const old = { id: "l2", username: "old@example.com", displayName: "Old", expiresAt: now - 1 };
const content: LoginContent = {
  accounts,
  fields: listed("ads_day", "ads_clicks", "ads_keywords_word"),
};

/** What the person is asked, and what was loaded for it. */
export function asking(prompts: ScriptedPrompts, given: Partial<TestRunQuestions> = {}) {
  const loaded: (string | undefined)[] = [];
  const waited: string[] = [];
  const answer = askTestRun(prompts, {
    title: "Test Ads",
    now,
    today: "2026-11-25",
    dataSource: { isAuthenticationRequired: true, hasAccountList: true, reportTypes: [] },
    logins: [ann, old],
    reportTypes: [ads, keywords],
    load: async (username) => {
      loaded.push(username);
      return content;
    },
    makeLogin: async () => "new@example.com",
    waiting: (work) => {
      waited.push("waiting");
      return work(new AbortController().signal);
    },
    ...given,
  });
  return { answer, loaded, waited };
}
