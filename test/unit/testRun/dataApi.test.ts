import assert from "node:assert/strict";
import * as fc from "fast-check";
import { ApiError, ContractError } from "../../../src/platform/http/errors";
import { thrownBy } from "../support/api";
import { parametersIn, useDataService } from "./dataService";

describe("DataApi", () => {
  const { answer, api, account, asked, paths, origin } = useDataService();

  it("tells how a connector is run", async () => {
    answer(() => ({
      data: {
        name: "Harbour Mail",
        is_authentication_required: true,
        has_account_list: false,
        is_date_range_required: "yes",
        report_types: [
          { id: "days", label: "Days", is_date_range_required: true, settings: [] },
          { id: "lists", is_free_text_account_required: true },
          { label: "Nameless" },
          null,
        ],
      },
    }));
    const { reportTypes, ...others } = await api().dataSource(account(), "T3S70");
    assert.deepEqual(others, {
      name: "Harbour Mail",
      isAuthenticationRequired: true,
      hasAccountList: false,
      isDateRangeRequired: undefined,
    });
    assert.deepEqual(
      reportTypes.map(({ id, label, isDateRangeRequired, isFreeTextAccountRequired }) => [
        id,
        label,
        isDateRangeRequired,
        isFreeTextAccountRequired,
      ]),
      [
        ["days", "Days", true, undefined],
        ["lists", "lists", undefined, true],
      ],
    );
  });

  it("lists fields, of a login where there is one", async () => {
    answer(() => ({
      data: [
        {
          field_id: "days_day",
          field_name: "Day",
          field_type: "dim",
          data_type: "string.time.date",
        },
        { field_id: "days_opens", field_type: "met", group_name: "Opens" },
        { field_id: "days_other", field_type: "x" },
        { field_name: "Nameless" },
        7,
      ],
    }));
    const found = await api().fields(account(), "T3S70", "ann@example.com");
    assert.deepEqual(
      found.map(({ id, name, kind, dataType, group }) => [id, name, kind, dataType, group]),
      [
        ["days_day", "Day", "dimension", "string.time.date", undefined],
        ["days_opens", "days_opens", "metric", undefined, "Opens"],
        ["days_other", "days_other", undefined, undefined, undefined],
      ],
    );
    assert.deepEqual(parametersIn(asked[0]?.path ?? ""), {
      ds_id: "T3S70",
      ds_users: ["ann@example.com"],
    });
  });

  it("lists the logins of this connector that were not revoked", async () => {
    const ours = { ds_info: { ds_id: "T3S70" } };
    answer(() => ({
      data: [
        {
          ...ours,
          login_id: "1",
          username: "ann",
          display_name: "Ann",
          expiry_time: "2027-01-01T00:00:00Z",
        },
        { ...ours, login_id: "2", username: "ben", revoked_time: null },
        { ...ours, login_id: "3", username: "cat", revoked_time: "2026-01-01T00:00:00Z" },
        { ...ours, login_id: "4" },
        { ds_info: { ds_id: "OTHER" }, login_id: "5", username: "dan" },
        "text",
      ],
    }));
    assert.deepEqual(await api().logins(account(), "T3S70"), [
      { id: "1", username: "ann", displayName: "Ann", expiresAt: Date.UTC(2027, 0, 1) },
      { id: "2", username: "ben", displayName: "ben", expiresAt: undefined },
    ]);
  });

  it("lists the accounts of all logins, IDs digit for digit", async () => {
    answer(() => ({
      status: 200,
      body:
        '{"data":[{"ds_user":"ann","accounts":[{"account_id":12345678901234567890,"account_name":"Pier"},' +
        '{"account_id":"a2","group_name":"North"},{"account_id":""},{}]},{"accounts":[{"account_id":7}]},{}]}',
    }));
    assert.deepEqual(await api().accounts(account(), "T3S70", undefined), [
      { id: "12345678901234567890", name: "Pier", group: undefined },
      { id: "a2", name: "a2", group: "North" },
      { id: "7", name: "7", group: undefined },
    ]);
  });

  it("takes a list that has no envelope, and refuses what is no list", async () => {
    answer(() => [{ username: "ann", login_id: 1, ds_info: { ds_id: "T3S70" } }]);
    assert.equal((await api().logins(account(), "T3S70"))[0]?.id, "1");
    for (const body of ["{}", '{"data":{}}', '"text"', "null", "", "["]) {
      answer(() => ({ status: 200, body }));
      await thrownBy(api().logins(account(), "T3S70"), ContractError);
    }
  });

  it("makes a login link that expires at an absolute time, watches and closes it", async () => {
    const link = {
      link_id: "l/1",
      status_code: "OPEN",
      login_url: "https://login.example.com/x?y=1",
    };
    answer(({ method }) => (method === "PUT" ? { status: 204, body: "" } : { data: link }));
    const one = api();
    const expiresAt = Date.UTC(2026, 9, 2, 12, 30, 15, 678);
    const made = await one.createLoginLink(account(), {
      dsId: "T3S70",
      description: "d".repeat(2000),
      expiresAt,
    });
    assert.deepEqual(made, {
      id: "l/1",
      url: "https://login.example.com/x?y=1",
      status: "open",
      loginId: undefined,
      username: undefined,
    });
    assert.deepEqual(JSON.parse(asked[0]?.body ?? ""), {
      ds_id: "T3S70",
      expiry_time: "2026-10-02T12:30:15Z",
      description: "d".repeat(1000),
    });
    answer(() => ({
      data: { ...link, status_code: "CLOSED", login_id: 9, login_username: "ann" },
    }));
    const { status, loginId, username } = await one.loginLink(account(), made.id);
    assert.deepEqual([status, loginId, username], ["closed", "9", "ann"]);
    await one.closeLoginLink(account(), made.id);
    assert.deepEqual(
      asked.map(({ method, path }) => `${method} ${path}`),
      [
        "POST /v2/ds/login/link",
        "GET /v2/ds/login/link/l%2F1",
        "PUT /v2/ds/login/link/l%2F1/close",
      ],
    );
  });

  it("gives no address that may not be opened", async () => {
    const urlOf = async (url: unknown) => {
      answer(() => ({ data: { link_id: "l1", login_url: url } }));
      return (await api().loginLink(account(), "l1")).url;
    };
    for (const url of ["https://example.com/", `${origin()}/login?x`]) {
      assert.equal(await urlOf(url), url);
    }
    for (const url of [
      "http://example.com/",
      "http://127.0.0.1:1/",
      "https://user@example.com/",
      "https://:secret@example.com/",
      "javascript:alert(1)",
      "command:workbench.action.quit",
      "vscode://x",
      "file:///etc/passwd",
      "//example.com",
      "",
      7,
      null,
    ]) {
      assert.equal(await urlOf(url), undefined, String(url));
    }
  });

  it("takes no link that nobody could close again", async () => {
    for (const id of ["", ".", "..", "a\ud800", undefined, null]) {
      answer(() => ({ data: { link_id: id } }));
      const call = api().createLoginLink(account(), { dsId: "T3S70", expiresAt: 0 });
      await thrownBy(call, ContractError);
    }
  });

  it("keeps the team digit for digit, and IDs from reaching elsewhere", async () => {
    answer(() => ({ data: {} }));
    await api().dataSource(account(), "../a?b#c");
    assert.deepEqual(asked[0]?.path, "/teams/9007199254740993/datasource/..%2Fa%3Fb%23c");
    assert.equal(paths().length, 1);
  });

  it("gives what it makes of any answer, or an error of its own", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), async (body) => {
        answer(() => ({ status: 200, body }));
        const one = api();
        for (const call of [
          one.dataSource(account(), "a"),
          one.fields(account(), "a", "b"),
          one.logins(account(), "a"),
          one.accounts(account(), "a", undefined),
          one.loginLink(account(), "a"),
        ]) {
          await call.catch((error: unknown) => {
            assert.ok(error instanceof ContractError || error instanceof ApiError, String(error));
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
