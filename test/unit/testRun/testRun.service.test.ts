import assert from "node:assert/strict";
import { DataApi } from "../../../src/features/testRun/dataApi";
import { logIn } from "../../../src/features/testRun/loginLinkFollowing";
import { QueryFailedError, runQuery } from "../../../src/features/testRun/query";
import { runnableReportTypes } from "../../../src/features/testRun/runnableReportTypes";
import { testRunFailure } from "../../../src/features/testRun/testRunFailure";
import { testRunResult } from "../../../src/features/testRun/testRunResult";
import { ApiError } from "../../../src/platform/http/errors";
import { defaultTeam } from "../../sandbox";
import { startSource, type Source } from "../../source";
import { sourceConfiguration } from "../../source/configuration";
import { thrownBy } from "../support/api";
import { useService } from "../support/client";
import { InstantClock } from "./dataService";

const dsId = "S0URC";

describe("A test run, by the service's contract,", () => {
  const { account, control, key, origin, requests, sendWith } = useService();
  let source: Source;
  before(async () => (source = await startSource()));
  after(() => source.close());
  const api = (withKey?: string) => new DataApi(sendWith(withKey), origin);
  const reportTypes = () => runnableReportTypes(JSON.parse(sourceConfiguration(source.origin)));
  const query = (fields: readonly string[], maxRows = 1000) => ({
    dsId,
    username: "ann@example.com",
    accounts: ["1001"],
    fields,
    dates: { start: "2026-01-01", end: "2026-01-02" },
    maxRows,
  });
  const addConnector = (isLoggedIn = true) =>
    control().addSourceConnector(defaultTeam, source.origin, { isLoggedIn });
  const allFields = () => reportTypes()[0]?.fields.map(({ id }) => id) ?? [];
  const run = (fields = allFields(), maxRows?: number) =>
    runQuery(api(), account(), query(fields, maxRows), { clock: new InstantClock() });

  it("asks how the connector is run, logs in, and gives its rows", async () => {
    await addConnector(false);
    const one = api();
    const dataSource = await one.dataSource(account(), dsId);
    assert.equal(dataSource.isAuthenticationRequired, true);
    assert.deepEqual(
      dataSource.reportTypes.map(({ id }) => id),
      reportTypes().map(({ id }) => id),
    );
    assert.deepEqual(await one.logins(account(), dsId), []);

    const clock = new InstantClock();
    // The service's clock goes as the wall's does.
    const now = Date.now();
    const username = await logIn(
      one,
      account(),
      { dsId },
      {
        clock: { now: () => now + clock.now() - Date.UTC(2026, 9, 2), start: clock.start },
        open: async (url) => {
          await control().logInOn(url);
          return true;
        },
      },
    );
    assert.equal((await one.logins(account(), dsId))[0]?.username, username);
    while ((await control().loginLinks())[0]?.state !== "CLOSED") {
      await new Promise((resolve) => setImmediate(resolve));
    }

    const accounts = await one.accounts(account(), dsId, username);
    assert.ok(accounts.some(({ id }) => id === "1001"));
    const fields = (await one.fields(account(), dsId, username)).map(({ id }) => id);
    assert.ok(allFields().every((id) => fields.includes(id)));
    const rows = await runQuery(one, account(), { ...query(allFields()), username }, { clock });
    assert.deepEqual(
      rows.columns.map(({ id }) => id),
      allFields(),
    );
    const [reportType] = reportTypes();
    assert.ok(reportType);
    const result = testRunResult({
      ref: { ...account(), identifier: dsId },
      reportType,
      query: query(allFields()),
      rows,
      startedAt: 0,
      milliseconds: 0,
    });
    assert.deepEqual(
      result.columns.map(({ label }) => label),
      ["Day", "Campaign", "Opens", "Revenue"],
    );
    assert.ok(result.rows.length === 6 && result.rows.every((row) => typeof row[2] === "number"));
    assert.deepEqual(result.remarks, []);
    assert.equal(result.rows[0]?.[2], 62);
  });

  it("waits for the states that the service has, then takes all pages", async () => {
    await addConnector();
    await control().settings({ queryStates: ["SCHEDULED", "QUEUED", "pending"], pageRows: 2 });
    const { rows, cut, total } = await run();
    assert.deepEqual([rows.length, cut, total], [6, undefined, 6]);
    assert.equal(new Set(rows.map((row) => row.join())).size, 6);
    assert.ok((await requests()).length >= 6);
  });

  it("takes rows as the service types them, and no more than were asked for", async () => {
    await addConnector();
    await control().settings({ cells: "typed", queryStates: [] });
    const { rows, cut } = await run(allFields().toReversed(), 4);
    assert.deepEqual([rows.length, cut], [4, "full"]);
    assert.deepEqual(rows[0]?.at(-1), "2026-01-01");
    assert.equal(typeof rows[0]?.[1], "number");
  });

  it("doesn't send the key to another origin's page", async () => {
    await addConnector();
    await control().settings({ pageRows: 2, paginateOrigin: "https://evil.example.com" });
    const { rows, cut } = await run();
    assert.deepEqual([rows.length, cut], [2, "otherAddress"]);
  });

  it("finds each prefix of the documents", async () => {
    await addConnector();
    for (const dataPrefix of ["", "/enterprise/v2", "/v2"] as const) {
      await control().settings({ dataPrefix, pageRows: 4 });
      assert.equal((await run()).rows.length, 6, dataPrefix);
    }
  });

  it("says what is known of a failure, however it is told", async () => {
    await addConnector();
    for (const queryFailures of ["stateAndError", "state", "refusal"] as const) {
      await control().settings({ queryFailures });
      const error = await thrownBy(run(["opens"]), Error);
      assert.ok(error instanceof (queryFailures === "refusal" ? ApiError : QueryFailedError));
      const { text, requestId } = testRunFailure("run", error, "Harbour News", 0);
      const words =
        queryFailures === "state"
          ? /Check in this order/
          : /The field “opens” does not exist.*runtime IDs/;
      assert.match(text, words);
      assert.ok(requestId);
    }
  });

  it("fails without a login, and says why that usually is", async () => {
    await addConnector(false);
    for (const queryFailures of ["stateAndError", "state", "refusal"] as const) {
      await control().settings({ queryFailures });
      const error = await thrownBy(run(), Error);
      const { text } = testRunFailure("run", error, "Harbour News", 0);
      assert.match(text, /Check in this order: secrets that aren't registered/);
      assert.doesNotMatch(text, /Required permission|API key/);
    }
  });

  it("names the right that the key lacks", async () => {
    await addConnector();
    const lacking = api(await key({ rights: [] }));
    for (const [step, call, right] of [
      ["logins", lacking.logins(account(), dsId), "ds_logins_read"],
      [
        "logIn",
        lacking.createLoginLink(account(), { dsId, expiresAt: Date.now() + 60_000 }),
        "ds_login_links_write",
      ],
      ["accounts", lacking.accounts(account(), dsId, undefined), "ds_accounts_read"],
      ["fields", lacking.fields(account(), dsId, undefined), "ds_queries_read"],
      ["run", runQuery(lacking, account(), query(allFields())), "ds_queries_run"],
    ] as const) {
      const { text } = testRunFailure(step, await thrownBy(call, ApiError), "Harbour News", 0);
      assert.ok(text.includes(`Required permission: ${right}.`), text);
    }
  });
});
