import assert from "node:assert/strict";
import { back, enter, escape, pick, pickAll, ScriptedPrompts } from "../support/scriptedPrompts";
import { accounts, asking, keywords } from "./asking";

const questions = {
  login: "Login to run with",
  reportType: "Report type to run",
  accounts: "Accounts to fetch",
  fields: "Fields to fetch",
  dates: "Dates of the query",
  rows: "Maximum number of rows for the whole run",
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
        ["Create a New Login…", "Opens a page in your browser", undefined],
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

  it("say how many may be selected, once, where none was", async () => {
    const prompts = new ScriptedPrompts(
      pick("Ann"),
      pick("Ads"),
      enter(),
      pickAll(),
      back(),
      enter(),
      enter(),
      pick("Last 7 days"),
      enter(),
    );
    await asking(prompts).answer;
    assert.deepEqual(prompts.path.slice(3, 7), [
      `${questions.fields} 4/6`,
      "Select 1 to 100. You selected 0. 4/6",
      `${questions.accounts} 3/6`,
      `${questions.fields} 4/6`,
    ]);
  });

  it("have account IDs typed, where the service has no list of them", async () => {
    const prompts = new ScriptedPrompts(
      pick("Ann"),
      enter(" 7, 12345678901234567890,, 7 "),
      enter(),
    );
    const { answer } = asking(prompts, {
      dataSource: {
        hasAccountList: true,
        reportTypes: [
          {
            id: "ads_keywords",
            label: "Keywords",
            isDateRangeRequired: false,
            isFreeTextAccountRequired: true,
          },
        ],
      },
      load: async () => ({ accounts: [], fields: [] }),
      reportTypes: [keywords],
    });
    assert.deepEqual((await answer)?.accounts, ["7", "12345678901234567890"]);
    assert.deepEqual(prompts.path.slice(1), [
      "Account IDs to fetch, separated by commas 2/3",
      `${questions.rows} 3/3`,
    ]);
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
      pick("Create a New Login…"),
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
    const prompts = new ScriptedPrompts(pick("Create a New Login…"));
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

  it("take single accounts that are picked beside all, and all that is picked beside single ones", async () => {
    const accountsOf = async (last: readonly string[] | "all", ...picked: string[]) => {
      const prompts = new ScriptedPrompts(
        pick("Ann"),
        pickAll(...picked),
        enter(),
        pick("Last 7 days"),
        enter(),
      );
      const { answer } = asking(prompts, {
        reportType: "ads",
        last: { reportType: "ads", accounts: last === "all" ? last : [...last], maxRows: 10 },
      });
      return (await answer)?.accounts;
    };
    assert.deepEqual(await accountsOf("all", "All accounts", "Harbour"), ["1"]);
    assert.deepEqual(await accountsOf(["2"], "All accounts", "Lighthouse"), "all");
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
});
