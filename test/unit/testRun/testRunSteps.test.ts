import assert from "node:assert/strict";
import type { LoginAccount, RuntimeField } from "../../../src/features/testRun/dataApi";
import type {
  LoginContent,
  TestRunQuestions,
} from "../../../src/features/testRun/testRunQuestions";
import { askTestRun } from "../../../src/features/testRun/testRunSteps";
import type { RunnableReportType } from "../../../src/features/testRun/runtimeFieldIds";
import { back, enter, escape, pick, pickAll, ScriptedPrompts } from "../support/scriptedPrompts";

const type = (id: string, title: string, ...fields: string[]): RunnableReportType => ({
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
const keywords = type("ads_keywords", "Keywords", "word");
const listed = (...ids: string[]): RuntimeField[] =>
  ids.map((id) => ({ id, name: `Name of ${id}` }));
const accounts: readonly LoginAccount[] = [
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
function asking(prompts: ScriptedPrompts, given: Partial<TestRunQuestions> = {}) {
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

const questions = {
  login: "Login to run with",
  reportType: "Report type to run",
  accounts: "Accounts to fetch",
  fields: "Fields to fetch",
  dates: "Dates of the query",
  rows: "Rows at most, for the whole run",
};

describe("The questions for a test run", () => {
  it("are asked one after the other, with all fields and 100 rows", async () => {
    const prompts = new ScriptedPrompts(
      pick("Ann"),
      pick("Ads"),
      enter(),
      enter(),
      pick("Last 7 days"),
      enter(),
    );
    const { answer, loaded, waited } = asking(prompts);
    assert.deepEqual(await answer, {
      username: "ann@example.com",
      reportType: "ads",
      accounts: "all",
      dates: "last:7",
      maxRows: 100,
    });
    assert.deepEqual(prompts.path, [
      `${questions.login} 1/6`,
      `${questions.reportType} 2/6`,
      `${questions.accounts} 3/6`,
      `${questions.fields} 4/6`,
      `${questions.dates} 5/6`,
      `${questions.rows} 6/6`,
    ]);
    assert.deepEqual(
      prompts.seen[0]?.items?.map(({ label, description, detail }) => [label, description, detail]),
      [
        ["Ann", "ann@example.com", undefined],
        ["Old", "old@example.com", "Expired"],
        ["Make a New Login…", "Opens a page in your browser", undefined],
      ],
    );
    assert.deepEqual(
      prompts.seen[3]?.items?.map(({ label, description }) => [label, description]),
      [
        ["Name of ads_day", "ads_day"],
        ["Name of ads_clicks", "ads_clicks"],
      ],
    );
    assert.deepEqual(loaded, ["ann@example.com"]);
    assert.deepEqual(waited, []);
  });

  it("are those with a choice only", async () => {
    const prompts = new ScriptedPrompts(enter("5"));
    const { answer, loaded } = asking(prompts, {
      dataSource: {
        isAuthenticationRequired: false,
        hasAccountList: false,
        reportTypes: [{ id: "ads_keywords", label: "Keywords", isDateRangeRequired: false }],
      },
      load: async () => ({ accounts: [], fields: [] }),
      reportTypes: [keywords],
    });
    assert.deepEqual(await answer, { reportType: "ads_keywords", accounts: [], maxRows: 5 });
    assert.deepEqual(prompts.path, [`${questions.rows} 1/1`]);
    assert.deepEqual(loaded, []);
  });

  it("take the only account, and the report type that was named", async () => {
    const prompts = new ScriptedPrompts(pick("Ann"), pick("Last month"), enter());
    const { answer } = asking(prompts, {
      reportType: "ads_keywords",
      load: async () => ({ accounts: accounts.slice(0, 1), fields: [] }),
    });
    assert.deepEqual(await answer, {
      username: "ann@example.com",
      reportType: "ads_keywords",
      accounts: ["1"],
      dates: "month:-1",
      maxRows: 100,
    });
  });

  it("go on by themselves when a login was made", async () => {
    const prompts = new ScriptedPrompts(
      pick("Make a New Login…"),
      pick("Ads"),
      pickAll("Lighthouse"),
      pickAll("Name of ads_clicks"),
      pick("Last 7 days"),
      enter(),
    );
    const { answer, loaded, waited } = asking(prompts, { logins: [] });
    assert.deepEqual(await answer, {
      username: "new@example.com",
      reportType: "ads",
      accounts: ["2"],
      fields: ["ads_clicks"],
      dates: "last:7",
      maxRows: 100,
    });
    assert.equal(prompts.seen[0]?.asks, "A test run needs a login for this connector");
    assert.deepEqual(loaded, ["new@example.com"]);
    assert.deepEqual(waited, ["waiting"]);
  });

  it("end when the person gives the login up", async () => {
    const prompts = new ScriptedPrompts(pick("Make a New Login…"));
    const { answer } = asking(prompts, { makeLogin: async () => undefined });
    assert.equal(await answer, undefined);
  });

  it("begin with what was chosen last, as far as there is still such a thing", async () => {
    const last = {
      username: "old@example.com",
      reportType: "ads",
      accounts: ["2", "gone"],
      fields: ["ads_clicks", "ads_gone"],
      dates: "2026-01-01/2026-01-31",
      maxRows: 7,
    };
    const prompts = new ScriptedPrompts(
      pick("Old"),
      pick("Ads"),
      enter(),
      enter(),
      pick("Other Dates…"),
      enter(),
      enter(),
      enter(),
    );
    const { answer } = asking(prompts, { last });
    assert.deepEqual(await answer, { ...last, accounts: ["2"], fields: ["ads_clicks"] });
    assert.deepEqual(
      prompts.seen.map(({ shows }) => shows),
      [
        "Old",
        "Ads",
        "Lighthouse",
        "Name of ads_clicks",
        "Other Dates…",
        "2026-01-01",
        "2026-01-31",
        "7",
      ],
    );
  });

  it("take no choice of another report type or login for their own", async () => {
    const last = { reportType: "ads", accounts: ["9"], fields: ["ads_day"], maxRows: 10 };
    const prompts = new ScriptedPrompts(pick("Ann"), enter(), pick("Last 7 days"), enter());
    const { answer } = asking(prompts, { last, reportType: "ads_keywords" });
    assert.deepEqual(await answer, {
      username: "ann@example.com",
      reportType: "ads_keywords",
      accounts: "all",
      dates: "last:7",
      maxRows: 10,
    });
  });

  it("go back, and load nothing twice", async () => {
    const prompts = new ScriptedPrompts(
      pick("Ann"),
      pick("Keywords"),
      back(),
      back(),
      pick("Ann"),
      pick("Ads"),
      escape(),
    );
    const { answer, loaded } = asking(prompts);
    assert.equal(await answer, undefined);
    assert.deepEqual(loaded, ["ann@example.com"]);
  });

  it("are repeated where nothing was picked, and refuse other numbers of rows", async () => {
    const prompts = new ScriptedPrompts(
      pick("Ann"),
      pick("Ads"),
      pickAll(),
      enter(),
      pickAll(),
      enter(),
      pick("Last 7 days"),
      enter("0"),
      enter("1e3"),
      enter("1000001"),
      enter(" 1000000 "),
    );
    const { answer } = asking(prompts);
    assert.equal((await answer)?.maxRows, 1_000_000);
    assert.deepEqual(prompts.last.remarks, [
      "Enter a number from 1 to 1000000.",
      "Enter a number from 1 to 1000000.",
      "Enter a number from 1 to 1000000.",
    ]);
  });

  it("pick 100 of many fields, which is all that a query takes", async () => {
    const many = Array.from({ length: 150 }, (_, index) => `f${index}`);
    const wide = type("wide", "Wide", ...many);
    const prompts = new ScriptedPrompts(
      pick("Ann"),
      enter(),
      pickAll(...wide.fields.map(({ label }) => label)),
      enter(),
      pick("Last 7 days"),
      enter(),
    );
    const { answer } = asking(prompts, { reportTypes: [wide] });
    assert.deepEqual((await answer)?.fields, undefined);
    assert.equal(prompts.seen[2]?.asks, "Fields to fetch, 100 at most");
    assert.equal(prompts.seen[2]?.shows?.split(", ").length, 100);
  });

  it("say what keeps a run from being made", async () => {
    const fails = async (given: Partial<TestRunQuestions>) => {
      const { answer } = asking(new ScriptedPrompts(pick("Ann")), given);
      return assert.rejects(answer, (error: Error) => {
        said.push(error.message);
        return true;
      });
    };
    const said: string[] = [];
    await fails({ reportTypes: [] });
    await fails({ load: async () => ({ accounts: [], fields: [] }) });
    await fails({ load: () => Promise.reject(new Error("Refused")) });
    assert.deepEqual(said, [
      "The published configuration has no report type that can be run.",
      "This login has no accounts, so there is nothing to fetch. Choose another login.",
      "Refused",
    ]);
  });
});
