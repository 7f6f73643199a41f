import assert from "node:assert/strict";
import { RequestLog } from "../../../../src/platform/http/requestLog";
import { channel, exchange, lost } from "../../support/log";

describe("RequestLog", () => {
  it("writes one line about a request: what, how it ended, how long, how much, and its ID", () => {
    const { log, lines } = channel();
    log.note(exchange({}, 200, "é🚲"));
    assert.deepEqual(lines.info, ["#1 GET /v1/teams/42 200 12 ms 6 B request ID req-1"]);
    assert.deepEqual(lines.warn, []);
  });

  it("numbers the requests", () => {
    const { log, lines } = channel();
    log.note(exchange());
    log.note(exchange());
    assert.match(lines.info[1] ?? "", /^#2 /);
  });

  it("warns of refusals and of answers that never came", () => {
    const { log, lines } = channel();
    log.note(exchange({}, 404));
    log.note(lost("ECONNRESET\nsecond line"));
    assert.equal(lines.warn.length, 2);
    assert.equal(lines.warn[1], "#2 GET /v1/teams/42 no answer 12 ms ECONNRESET second line");
  });

  it("writes bodies at trace level only", () => {
    const { log, lines } = channel();
    log.note(exchange({ requestBody: () => "title=Mail" }, 201, '{"name":"Mail"}'));
    assert.deepEqual(lines.trace, ["#1 → title=Mail", '#1 ← {"name":"Mail"}']);
    assert.doesNotMatch([...lines.info, ...lines.warn].join(), /Mail/);
  });

  it("neither reads nor masks what its level does not show", () => {
    const body = () => assert.fail("nobody reads it");
    const heavy = exchange({ requestBody: body, answer: { status: 500, responseBody: body } });
    for (const [level, shown] of [
      ["warnings", 5],
      ["nothing", 0],
    ] as const) {
      const { log, all } = channel(shown);
      log.mask("s3cr3t");
      log.note(heavy);
      assert.equal(all(), "", level);
    }
    const { log, lines } = channel(3);
    log.note(exchange({ requestBody: body }));
    assert.deepEqual([lines.info.length, lines.trace], [1, []]);
  });

  it("counts the requests that it shows nothing of", () => {
    const sink = { logLevel: 5, info: () => {}, warn: () => {}, trace: () => {} };
    const lines: string[] = [];
    const log = new RequestLog(sink);
    log.note(exchange());
    sink.logLevel = 3;
    sink.info = (line?: string) => lines.push(line ?? "");
    log.note(exchange());
    assert.match(lines[0] ?? "", /^#2 /);
  });

  it("masks credentials in whatever it repeats", () => {
    const { log, lines } = channel();
    log.note(exchange({}, 200, '{"refresh_token":"s3cr3t"}'));
    log.note(exchange({ requestBody: () => "title=Mail&api_key=s3cr3t" }));
    assert.equal(lines.trace.length, 3);
    assert.doesNotMatch(lines.trace.join(), /s3cr3t/);
  });

  it("does not repeat rows of a test run, nor the address of a login page", () => {
    const { log, lines } = channel();
    log.note(exchange({ path: "/v2/query/data/json?json=%7B%7D" }, 200, '{"data":[["Ann"]]}'));
    log.note(exchange({ path: "/v2/ds/login/link" }, 200, '{"login_url":"https://x.test/Ann"}'));
    log.note(exchange({ path: "/v2/ds/logins" }, 200, '{"data":[]}'));
    assert.doesNotMatch(lines.trace.join(), /Ann/);
    assert.match(lines.trace.join(), /{"data":\[\]}/);
  });

  it("does not repeat the logs of a connector, which may hold anybody's credentials", () => {
    const { log, lines } = channel();
    log.note(exchange({ path: "/v1/…/logs?limit=100" }, 200, '{"token":"abc"}'));
    log.note(exchange({ path: "/v1/…/logs/1-log" }, 200, '{"token":"abc"}'));
    log.note(exchange({ path: "/v1/…/logs" }, 403, '{"error":"why"}'));
    assert.doesNotMatch(lines.trace.join(), /abc/);
    assert.match(lines.trace[2] ?? "", /why/);
  });

  it("takes a refusal that is normal for nothing to warn of", () => {
    const { log, lines } = channel();
    log.note(exchange({ isRefusalNormal: true }, 403));
    assert.deepEqual(lines.warn, []);
    assert.match(lines.info[0] ?? "", /^#1 GET \/v1\/teams\/42 403 /);
  });

  describe("does not repeat the credentials in configurations:", () => {
    const connectors = "/v1/teams/42/connector_builder/connectors";
    const configuration = '{"signers":[{"template":"s3cr3t"}]}';
    const connector = `{"name":"Own","configuration":{"configuration_json":${configuration}}}`;
    for (const [what, given] of [
      [
        "published",
        exchange(
          { method: "PUT", path: `${connectors}/OWN01`, requestBody: () => connector },
          204,
          "",
        ),
      ],
      [
        "published, without an answer",
        { ...lost("timeout"), path: `${connectors}/OWN01`, requestBody: () => connector },
      ],
      ["read", exchange({ path: `${connectors}/OWN01` }, 200, connector)],
      ["created", exchange({ method: "POST", path: connectors }, 201, connector)],
      ["listed", exchange({ path: connectors }, 200, `{"connectors":[${connector}]}`)],
      ["in other words", exchange({ path: `${connectors}/OWN01` }, 200, '{"config":"s3cr3t"}')],
      ["refused", exchange({ path: `${connectors}/OWN01` }, 422, '{"clientSecret":"s3cr3t"}')],
      ["refused as a text", exchange({ path: connectors }, 422, "Authorization: Bearer s3cr3t")],
    ] as const) {
      it(what, () => {
        const { log, lines, all } = channel();
        log.note(given);
        assert.ok(lines.trace.length > 0);
        assert.doesNotMatch(all(), /s3cr3t/);
      });
    }
  });
});
