import assert from "node:assert/strict";
import { ApiError, ContractError } from "../../../src/platform/http/errors";
import { getLog, listLogs } from "../../../src/features/logs/logsApi";
import { defaultTeam } from "../../sandbox";
import { thrownBy, useApi } from "../support/api";

const path = `/v1/teams/${defaultTeam}/connector_builder/connectors/T3S70/logs`;

describe("the logs' API", () => {
  const { control, send, ref } = useApi();
  const list = (page = {}) => listLogs(send, ref("T3S70"), { limit: 100, ...page });
  const answer = (body: string) =>
    control().fault({ status: 200, body, contentType: "application/json" });
  const asked = async () =>
    (await control().requests()).map(({ method, path: at, query }) => `${method} ${at}${query}`);

  it("lists entries as the service does", async () => {
    const [newest, oldest, ...others] = await list();
    assert.deepEqual(others, []);
    assert.deepEqual([newest?.id, oldest?.id], ["2-log", "1-log"]);
    assert.deepEqual(
      [newest?.time, newest?.status, newest?.event, newest?.durationMs],
      ["2026-10-02T16:42:00Z", 200, "auth.token.refresh", 253],
    );
    assert.deepEqual(await asked(), [`GET ${path}?limit=100`]);
  });

  it("asks for what is older than a time, whatever stands in it", async () => {
    const page = await list({ limit: 1, before: "2026-10-02T18:42:00+02:00" });
    assert.deepEqual(
      page.map(({ id }) => id),
      ["1-log"],
    );
    assert.deepEqual(await asked(), [
      `GET ${path}?limit=1&before=2026-10-02T18%3A42%3A00%2B02%3A00`,
    ]);
  });

  it("keeps each entry as it is spelled, with the fields that nobody knows", async () => {
    const first = '{ "id":"a", "n":12345678901234567890, "request":"GET \\/x" }';
    await answer(`{"logs": [ ${first} ,{"id":"b"}\n] }`);
    const entries = await list();
    assert.deepEqual(
      entries.map(({ text }) => text),
      [first, '{"id":"b"}'],
    );
    assert.equal(entries[0]?.request, "GET /x");
  });

  it("takes what is null, missing or in another form for not there, and no object for no entry", async () => {
    await answer('{"logs":[{"id":7,"status":"200","event":null},5,null,{}]}');
    const entries = await list();
    assert.deepEqual(
      entries.map(({ id, status, event, text }) => [id, status, event, text]),
      [
        [undefined, undefined, undefined, '{"id":7,"status":"200","event":null}'],
        [undefined, undefined, undefined, "{}"],
      ],
    );
  });

  it("tells one entry whole, by an ID that may hold anything", async () => {
    assert.match(await getLog(send, ref("T3S70"), "2-log"), /"id":"2-log"/);
    await thrownBy(getLog(send, ref("T3S70"), "a/b ?#"), ApiError);
    assert.deepEqual((await asked()).at(-1), `GET ${path}/a%2Fb%20%3F%23`);
  });

  it("tells an entry about an error of the source, and what is a refusal in spite of its status", async () => {
    await answer('{"id":"2-log","error":{"message":"invalid_grant"}}');
    assert.match(await getLog(send, ref("T3S70"), "2-log"), /invalid_grant/);
    await answer('{"error":{"code":"NOT_FOUND","message":"None."}}');
    await thrownBy(getLog(send, ref("T3S70"), "2-log"), ApiError);
  });

  it("refuses an answer that is none", async () => {
    await answer("[]");
    await thrownBy(list(), ContractError);
    await answer('"text"');
    await thrownBy(getLog(send, ref("T3S70"), "2-log"), ContractError);
  });
});
