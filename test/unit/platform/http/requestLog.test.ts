import assert from "node:assert/strict";
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
    log.note(exchange({ requestBody: "title=Mail" }, 201, '{"name":"Mail"}'));
    assert.deepEqual(lines.trace, ["#1 → title=Mail", '#1 ← {"name":"Mail"}']);
    assert.doesNotMatch([...lines.info, ...lines.warn].join(), /Mail/);
  });

  it("does not repeat the logs of a connector, which may hold anybody's credentials", () => {
    const { log, lines } = channel();
    log.note(exchange({ path: "/v1/…/logs?limit=100" }, 200, '{"token":"abc"}'));
    log.note(exchange({ path: "/v1/…/logs/1-log" }, 200, '{"token":"abc"}'));
    log.note(exchange({ path: "/v1/…/logs" }, 403, '{"error":"why"}'));
    assert.doesNotMatch(lines.trace.join(), /abc/);
    assert.match(lines.trace[2] ?? "", /why/);
  });
});
