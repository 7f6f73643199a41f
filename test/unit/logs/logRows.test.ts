import assert from "node:assert/strict";
import { shownEntry, type ShownEntry } from "../../../src/features/logs/logEntry";
import { logUri, parseLogUri } from "../../../src/features/logs/logUri";
import { noLogs, withChange, type LogState } from "../../../src/features/logs/logState";
import { logMessage, logRow, noEntriesText } from "../../../src/features/logs/logRows";

const ref = { origin: "https://api.supermetrics.com", teamId: "42", identifier: "T3S70" };
const now = Date.UTC(2026, 9, 2, 17);

const shown = (given: object = {}): ShownEntry =>
  shownEntry({
    id: "1-log",
    time: "2026-10-02T16:42:00Z",
    status: 200,
    event: "auth.token.refresh",
    request: "POST /api",
    durationMs: 253,
    requestId: "0f0c",
    text: JSON.stringify(given),
    ...given,
  });

const state = (given: Partial<LogState> = {}): LogState =>
  withChange(noLogs, {
    connector: { ref, name: "Harbour $(x) Mail" },
    entries: [shown(), shown({ id: "2-log", status: 401 })],
    mayHaveOlder: true,
    ...given,
  });

describe("the row of a log entry", () => {
  it("has everything, each on one line", () => {
    const { description, spoken } = logRow(shown({ event: "a\nb\u202e" }), now);
    assert.equal(description, "a b  ·  POST /api  ·  253 ms  ·  0f0c");
    assert.match(spoken, /, succeeded, 200, a b, POST \/api, 253 ms, 0f0c$/);
  });

  it("does without what is missing", () => {
    const { label, description, spoken } = logRow(shownEntry({ text: "{}" }), now);
    assert.deepEqual([label, description, spoken], ["–  –", "", "outcome unknown"]);
    assert.match(logRow(shownEntry({ time: "soon", text: "{}" }), now).label, /^soon/);
  });

  it("shows no credential", () => {
    const request = "GET /x?token=abc";
    const { description } = logRow(shown({ request }), now);
    assert.match(description, /token=•••/);
  });
});

describe("the message of the logs", () => {
  const say = (
    given: Partial<LogState>,
    following: Parameters<typeof logMessage>[1] = { kind: "off" },
  ) => logMessage(state(given), following, now);

  it("says whose they are and how many", () => {
    assert.equal(say({}), "Harbour $ (x) Mail (T3S70): 2 entries loaded.");
    assert.match(say({ connector: { ref, name: ref.identifier } }), /^T3S70: 2/);
    assert.match(say({ mayHaveOlder: false }), /: 2 entries, none older\.$/);
    assert.match(say({ entries: [shown()] }), /: 1 entry loaded\.$/);
    assert.match(say({ entries: [], isLoading: true }), /: loading…$/);
    assert.match(say({ entries: [] }), /: no entries\.$/);
    assert.match(say({ entries: [], problem: new Error() }), /: not loaded\.$/);
    assert.equal(logMessage(noLogs, { kind: "off" }, now), "");
  });

  it("says what the filter leaves of what is loaded", () => {
    const filter = { errorsOnly: true, text: "log" };
    assert.match(say({ filter }), /: 1 of 2 entries loaded \(errors only, containing "log"\)\.$/);
  });

  it("says where they end, and that they are followed", () => {
    assert.match(
      say({ endsAt: now - 1000 }),
      /Showing entries up to .*\. Refresh to see newer ones/,
    );
    assert.match(say({}, { kind: "on" }), /refreshes every 10 s/);
    assert.match(say({}, { kind: "waiting", until: now + 60_000 }), /continues at .*\(in 1:00\)/);
    assert.match(say({}, { kind: "stopped", problem: new Error() }), /Following stopped/);
  });

  it("promises no match by the request ID of an error message", () => {
    const none = (text: string) => noEntriesText(state({ filter: { errorsOnly: false, text } }));
    assert.match(none("0123456789abcdef0123456789abcdef"), /don't appear in logs/);
    assert.doesNotMatch(none("oauth"), /don't appear in logs/);
    assert.match(noEntriesText(state({ entries: [] })), /No log entries/);
  });
});

describe("the address of a log entry", () => {
  it("names everything that is needed to load it again", () => {
    for (const [origin, authority] of [
      [ref.origin, ""],
      ["http://127.0.0.1:8080", "http+127.0.0.1:8080"],
    ] as const) {
      const parts = logUri({ ...ref, origin }, shown());
      assert.deepEqual(parts, {
        authority,
        path: "/42/T3S70/logs/auth.token.refresh 1-log.jsonc",
        query: "id:1-log",
      });
      assert.deepEqual(parseLogUri(parts), { ref: { ...ref, origin }, key: "id:1-log" });
    }
  });

  it("is made of whatever an entry has", () => {
    const parts = logUri(ref, shownEntry({ id: "../a", event: "x/y", text: "{}" }));
    assert.equal(parts.path, "/42/T3S70/logs/x-y ..-a.jsonc");
    assert.match(logUri(ref, shownEntry({ text: "{}" })).path, /\/logs\/log\.jsonc$/);
    assert.equal(parseLogUri({ authority: "", path: "/42/T3S70/x.jsonc", query: "" }), undefined);
  });
});
