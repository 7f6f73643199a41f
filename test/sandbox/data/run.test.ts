import assert from "node:assert/strict";
import type { LogEntry } from "../model";
import { defaultTeam } from "../seed";
import { bodyOf } from "../testing";
import { daysQuery, useDataApi } from "./testing";

const secretsPath = `/v1/teams/${defaultTeam}/connector_builder/connectors/S0URC/secrets`;
const logsPath = `/v1/teams/${defaultTeam}/connector_builder/connectors/S0URC/logs`;

/** What a report type asks its source, as the source's echo tells. */
const echo = { ...daysQuery, fields: ["newsletter_days_day"] };

describe("sandbox: how a configuration is run", () => {
  const { ask, configure, failure, query, sourceOrigin } = useDataApi();

  /** Runs the first report type on the source's echo with this request, and gives what arrived there. */
  async function arrived(request: object): Promise<{
    query: string;
    headers: Record<string, string>;
    body: string;
  }> {
    await configure(({ reporting }) => {
      const [first] = reporting.reportTypes;
      const response = { dataRows: { source: "jsonPath", value: "$.rows.*" } };
      const url = `${sourceOrigin()}/echo`;
      Object.assign(first, { request: { url, response, ...request } });
      first.fields[0]["value"] = { source: "jsonPath", value: "$" };
    });
    const { data, error } = await query(echo);
    assert.equal(error, undefined);
    return JSON.parse(String(data[1]?.[0])) as Awaited<ReturnType<typeof arrived>>;
  }

  /** Runs the first report type with changes, and gives how it fails. */
  async function failed(request: object, more: object = {}): Promise<string> {
    await configure(({ reporting }) => {
      const [first] = reporting.reportTypes;
      Object.assign(first.request, request);
      Object.assign(first, more);
    });
    return failure(echo);
  }

  it("fills placeholders in headers, parameters and texts of the body, and adds to the URL's query", async () => {
    const text = "{{user.access_token}}/{{ account.id }}/{{query.end_date.date}}";
    const {
      headers,
      query: search,
      body,
    } = await arrived({
      method: "POST",
      url: `${sourceOrigin()}/echo?a=1`,
      headers: [{ name: "X-All", value: text }],
      parameters: [{ name: "all", value: text }],
      body: { list: [text, 1] },
    });
    const filled = "source-token-0123456789-abcdef/1001/2026-01-02";
    assert.equal(headers["x-all"], filled);
    assert.deepEqual(
      [...new URLSearchParams(search)],
      [
        ["a", "1"],
        ["all", filled],
      ],
    );
    assert.deepEqual(JSON.parse(body), { list: [filled, 1] });
  });

  it("sends a body that is a text as it is", async () => {
    assert.equal((await arrived({ method: "POST", body: "a={{account.id}}" })).body, "a=1001");
  });

  it("gives secrets by their placeholder, with their latest value", async () => {
    const json = { secret_name: "key", secret_value: "first" };
    const created = await ask(secretsPath, { method: "POST", json });
    const { secrets } = bodyOf<{ secrets: { secret_placeholder: string }[] }>(created);
    const placeholder = secrets[0]?.secret_placeholder ?? "";
    const headers = [{ name: "X-Key", value: `{{ secrets.${placeholder} }}` }];
    assert.equal((await arrived({ headers })).headers["x-key"], "first");
    await ask(`${secretsPath}/${placeholder}`, { method: "PUT", json: { secret_value: "second" } });
    assert.equal((await arrived({ headers })).headers["x-key"], "second");
  });

  it("fails as authentication for secrets that are not registered, used or declared", async () => {
    const refused = /^FAILURE QUERY_AUTH_UNAVAILABLE: No valid authentication/;
    const headers = [{ name: "X-Key", value: "{{ secrets.sec_none }}" }];
    assert.match(await failed({ headers }), refused);
    await configure((configuration) => {
      configuration["secrets"] = { items: [{ id: "key", source: "encrypted", value: "x" }] };
    });
    assert.match(await failure(daysQuery), refused);
    await ask(secretsPath, { method: "POST", json: { secret_name: "key", secret_value: "1" } });
    assert.equal((await query(daysQuery)).meta.status_code, "SUCCESS");
  });

  it("finds rows and values by names, indexes, quoted names and all members", async () => {
    await configure(({ reporting }) => {
      const [first] = reporting.reportTypes;
      first.request.url = `${sourceOrigin()}/odd`;
      first.request.response["dataRows"] = { source: "jsonPath", value: "$.rows[*]" };
      const paths = ["$['a.b']", "$.tags.1", "$.deep.list[0].n", "$.tags.*"];
      for (const [place, value] of paths.entries()) {
        Object.assign(first.fields[place] ?? {}, { value: { source: "jsonPath", value } });
      }
    });
    const ids = ["day", "campaign", "opens", "revenue"];
    const { data } = await query({
      ...daysQuery,
      fields: ids.map((id) => `newsletter_days_${id}`),
    });
    assert.deepEqual(data.slice(1), [
      ["1", "y", "1", "x"],
      ["2", "", "", ""],
    ]);
  });

  it("flattens values, and static values may have placeholders", async () => {
    await configure(({ reporting }) => {
      const [, visits] = reporting.reportTypes;
      visits.fields[0]["value"] = { source: "static", value: "of {{account.id}}" };
    });
    const fields = "visits_town,visits_hour,visits_people";
    const { data } = await query({ ...daysQuery, fields });
    assert.deepEqual(data.slice(1), [
      ["of 1001", "9", "4"],
      ["of 1001", "10", "11"],
      ["of 1001", "9", "2"],
    ]);
  });

  for (const [what, request, more] of [
    ["“pagination” of a request", { pagination: {} }],
    ["“builderType” of a request", { builderType: "hmac" }],
    ["a request of the type “async”", { type: "async" }],
    ["a response of the type “CSV”", { response: { type: "CSV" } }],
    ["the placeholder “query.metrics”", { headers: [{ name: "A", value: "{{query.metrics}}" }] }],
    ["the placeholder “signer.signature”", { body: "{{signer.signature}}", method: "POST" }],
    ["requests to “api.example.com”", { url: "http://api.example.com/" }],
    ["requests to “127.0.0.1:1”", { url: "https://127.0.0.1:1/" }],
    ["requests to “nowhere”", { url: "nowhere" }],
    ["“decoration” of the report type “newsletter_days”", {}, { decoration: {} }],
  ] as const) {
    it(`fails for ${what}, which it can't run`, async () => {
      const found = await failed(request, more);
      assert.ok(
        found.startsWith(`FAILURE UNPROCESSABLE_ENTITY: The sandbox can't run ${what}`),
        found,
      );
    });
  }

  for (const [what, response] of [
    ["the path “$..day”", { dataRows: { source: "jsonPath", value: "$..day" } }],
    ["the path “days”", { dataRows: { source: "jsonPath", value: "days" } }],
    ["rows of the source “xPath”", { dataRows: { source: "xPath", value: "/days" } }],
    ["the data adapter “time_series”", { dataAdapters: { items: [{ type: "time_series" }] } }],
    [
      "flatten_values for an item without a list",
      {
        dataAdapters: {
          items: [
            { type: "flatten_values", config: { dataPath: "$.days.*", valuesPath: "$.no.*" } },
          ],
        },
      },
    ],
  ] as const) {
    it(`fails for ${what}, which it can't run`, async () => {
      const dataRows = { source: "jsonPath", value: "$.days.*" };
      const found = await failed({ response: { dataRows, ...response } });
      assert.ok(
        found.startsWith(`FAILURE UNPROCESSABLE_ENTITY: The sandbox can't run ${what}`),
        found,
      );
    });
  }

  it("fails for a field that has more than a value", async () => {
    const field = { id: "day", value: { source: "static", value: "1" }, operations: [] };
    assert.match(
      await failed({}, { fields: [field] }),
      /“operations” of the field “newsletter_days_day”/,
    );
  });

  for (const [path, reason] of [
    ["/status/500", "The data source answered with status 500."],
    ["/redirect", "The data source answered with status 302."],
    ["/page", "The data source's answer is not JSON."],
    ["/rows?count=150000", "The data source could not be reached: its answer is larger"],
  ] as const) {
    it(`fails when the source answers ${path}`, async () => {
      const found = await failed({ url: `${sourceOrigin()}${path}` });
      assert.ok(found.startsWith(`FAILURE INTERNAL_SERVER_ERROR: ${reason}`), found);
    });
  }

  it("goes on while the source is slow", async () => {
    await configure(({ reporting }) => {
      reporting.reportTypes[0].request.url = `${sourceOrigin()}/slow?ms=5000`;
    });
    const { meta } = await query({ ...echo, sync_timeout: 0 });
    const next = await query({ schedule_id: meta.schedule_id });
    assert.equal(next.meta.status_code, "SCHEDULED");
  });

  it("fails when the source can't be reached", async () => {
    const found = await failed({ url: "http://127.0.0.1:1/" });
    assert.match(found, /^FAILURE INTERNAL_SERVER_ERROR: The data source could not be reached/);
  });

  it("words refusals of the source as the configuration does", async () => {
    const url = `${sourceOrigin()}/status/400`;
    await configure((configuration) => {
      const messageDetails = { source: "jsonPath", value: "$.problem" };
      const asked = { httpStatus: 400, action: "error", message: "Not accepted", messageDetails };
      configuration["defaultResponseHandler"] = { responseStatuses: [asked] };
      configuration.reporting.reportTypes[0].request.url = url;
    });
    const { error } = await query(daysQuery);
    const { message, description } = error ?? {};
    assert.deepEqual([message, description], ["Not accepted", "As it was asked for"]);
  });

  it("writes each call and each failure into the connector's logs, the newest first", async () => {
    await query(daysQuery);
    await failure({ ...daysQuery, fields: ["day"] });
    const { logs } = bodyOf<{ logs: LogEntry[] }>(await ask(logsPath));
    assert.deepEqual(
      logs.map(({ event, request, status }) => [event, request, status]),
      [
        ["query.failure", "day", null],
        ["query.data", "GET /accounts/1001/days?from=2026-01-01&to=2026-01-02", 200],
      ],
    );
    const ages = logs.map(({ log_time }) => Date.now() - Date.parse(log_time));
    assert.ok(ages.every((age) => age >= 0 && age < 60_000));
    const details = (await ask(`${logsPath}/${logs[1]?.id}`)).text;
    assert.match(details, /"response":"\{\\"days\\":\[/);
  });
});
