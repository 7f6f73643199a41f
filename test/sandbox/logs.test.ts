import assert from "node:assert/strict";
import type { LogEntry } from "./model";
import { defaultTeam } from "./seed";
import { bodyOf, refusalOf, useSandbox } from "./testing";

describe("sandbox: logs", () => {
  const { ask, control, send } = useSandbox();

  async function ids(query: Record<string, string> = {}): Promise<string[]> {
    const { logs } = bodyOf<{ logs: LogEntry[] }>(await ask("listLogs", { query }));
    return logs.map(({ id }) => id);
  }

  /** So many entries, newest first, a second apart. */
  async function write(count: number): Promise<void> {
    const logs = Array.from({ length: count }, (_, index): LogEntry => {
      const time = new Date(Date.UTC(2026, 9, 2) - index * 1000).toISOString();
      const nothing = { status: null, event: null, request: null, duration_ms: null };
      return { id: `e${index}`, log_time: time, ...nothing, request_id: null };
    });
    await control().changeConnector(defaultTeam, "T3S70", { logs });
  }

  it("lists the newest first", async () => {
    assert.deepEqual(await ids(), ["2-log", "1-log"]);
  });

  it("lists 100 unless told otherwise, and up to 1000", async () => {
    await write(1001);
    assert.equal((await ids()).length, 100);
    assert.equal((await ids({ limit: "1000" })).length, 1000);
    assert.deepEqual(await ids({ limit: "1" }), ["e0"]);
  });

  it("pages with the time of the oldest entry shown", async () => {
    await write(5);
    const first = bodyOf<{ logs: LogEntry[] }>(await ask("listLogs", { query: { limit: "2" } }));
    const before = first.logs.at(-1)?.log_time ?? "";
    assert.deepEqual(await ids({ limit: "2", before }), ["e2", "e3"]);
    assert.deepEqual(await ids({ before: "2026-10-01T23:59:56Z" }), []);
  });

  it("includes entries of the time itself when set to", async () => {
    await write(3);
    const before = "2026-10-01T23:59:59Z";
    assert.deepEqual(await ids({ before }), ["e2"]);
    await control().settings({ logsBefore: "inclusive" });
    assert.deepEqual(await ids({ before }), ["e1", "e2"]);
  });

  it("reads the time with any offset", async () => {
    assert.deepEqual(await ids({ before: "2026-10-02T18:42:00+02:00" }), ["1-log"]);
    assert.deepEqual(await ids({ before: "2026-10-02" }), []);
  });

  it("shows fields that are null", async () => {
    await write(1);
    const answer = await ask("getLog", { log: "e0" });
    assert.match(answer.text, /"status":null,"event":null,"request":null,"duration_ms":null/);
  });

  it("shows one entry as the list does", async () => {
    const { logs } = bodyOf<{ logs: LogEntry[] }>(await ask("listLogs"));
    assert.deepEqual(bodyOf<LogEntry>(await ask("getLog", { log: "2-log" })), logs[0]);
  });

  it("tells more of one entry when it has more", async () => {
    const [entry] = bodyOf<{ logs: LogEntry[] }>(await ask("listLogs")).logs;
    assert.ok(entry);
    const details = { headers: { Host: "api.example.com" } };
    await control().changeConnector(defaultTeam, "T3S70", { logs: [{ ...entry, details }] });
    assert.deepEqual(bodyOf<{ logs: LogEntry[] }>(await ask("listLogs")).logs, [entry]);
    assert.deepEqual(bodyOf(await send("getLog", { log: "2-log" })), { ...entry, ...details });
  });

  it("does not find an entry that is not there", async () => {
    assert.equal(refusalOf(await ask("getLog", { log: "3-log" })), "404 NOT_FOUND");
    const other = await ask("getLog", { log: "1-log", connector: "NUM83" });
    assert.equal(refusalOf(other), "404 NOT_FOUND");
  });

  for (const query of [
    { limit: "0" },
    { limit: "1001" },
    { limit: "many" },
    { limit: "1.5" },
    { before: "" },
    { before: "soon" },
    { before: "1" },
    { before: "2026-10-02T16:42:00 00:00" },
  ]) {
    it(`refuses ${new URLSearchParams(query).toString()}`, async () => {
      assert.equal(refusalOf(await ask("listLogs", { query })), "400 BAD_REQUEST");
    });
  }

  it("shows dates without a time when set to", async () => {
    await control().settings({ dateOnly: true });
    assert.match((await send("listLogs")).text, /"log_time":"2026-10-02"/);
  });
});
