import assert from "node:assert/strict";
import { LogStore } from "../../../src/features/logs/logStore";
import { logMessage } from "../../../src/features/logs/logRows";
import { listedLogs, type Listed, type Listing } from "../support/listedLogs";
import { entries as serviceEntries, entry, useLogs } from "../support/logs";

const connector = {
  ref: { origin: "https://api.supermetrics.com", teamId: "42", identifier: "T3S70" },
  name: "Harbour Mail",
};
const time = "2026-10-02T00:00:00Z";
const day = Date.parse(time);

/** From the newest to the oldest, all of one time. */
const sameTime = (count: number, log_time = time): Listed[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${log_time} ${count - index}`, log_time }));

/** Loads older entries until there are none. */
async function loadAll(all: readonly Listed[], listing: Listing) {
  const { list, asked } = listedLogs(() => all, listing);
  const store = new LogStore(list);
  await store.show(connector);
  for (let click = 0; store.state.mayHaveOlder; click++) {
    assert.ok(click < 20, "an end is found");
    await store.loadOlder();
  }
  const says = logMessage(store.state, { kind: "off" }, day);
  return { ids: store.state.entries.map(({ id }) => id), asked, says };
}

const idsOf = (all: readonly Listed[]) => all.map(({ id }) => id);

const readings = ["exclusive", "inclusive"] as const;

describe("loading older log entries of the same time", () => {
  const service = useLogs();

  for (const before of readings) {
    it(`has all 150 from the service, where “before” is ${before}`, async () => {
      await service.control().settings({ logsBefore: before });
      const logs = serviceEntries(150, 1, { log_time: "2026-10-02T00:00:00.000Z" });
      await service.write([...logs, entry(0, { log_time: "2026-10-01T00:00:00Z" })]);
      const store = service.store();
      await store.show(service.connector());
      await store.loadOlder();
      const ids = store.state.entries.map(({ id }) => id);
      assert.deepEqual(ids, [...logs.map(({ id }) => id), "e0"]);
    });

    it(`has them between others, where “before” is ${before}`, async () => {
      const all = [
        ...sameTime(60, "2026-10-02T00:00:01Z"),
        ...sameTime(150),
        ...sameTime(700, "2026-10-01T23:59:59.999Z"),
        ...sameTime(3, "2026-10-01"),
      ];
      const { ids, says } = await loadAll(all, { before });
      assert.deepEqual(ids, idsOf(all));
      assert.doesNotMatch(says, /may be missing/);
    });

    it(`has up to a thousand of them, where “before” is ${before}`, async () => {
      const all = [...sameTime(999), ...sameTime(5, "2026-10-01T23:59:59Z")];
      const { ids, says } = await loadAll(all, { before });
      assert.deepEqual(ids, idsOf(all));
      assert.doesNotMatch(says, /may be missing/);
    });

    it(`goes past more than the service lists, and says so, where “before” is ${before}`, async () => {
      const all = [...sameTime(1500), ...sameTime(700, "2026-10-01T23:59:59Z")];
      const { ids, says } = await loadAll(all, { before });
      assert.deepEqual(ids, idsOf([...all.slice(0, 1000), ...all.slice(1500)]));
      assert.match(says, /Some entries at \S+.* may be missing: the service doesn't list more/);
    });

    it(`says so too where the service takes no notice of the limit, and “before” is ${before}`, async () => {
      for (const older of [[], sameTime(3, "2026-10-01T23:59:59Z")]) {
        const all = [...sameTime(150), ...older];
        const { ids, says } = await loadAll(all, { before, most: 100 });
        assert.deepEqual(ids, idsOf([...all.slice(0, 100), ...older]));
        assert.match(says, /Some entries at .* may be missing/);
      }
    });

    it(`loses none that only look as if they had the same time, where “before” is ${before}`, async () => {
      const precise = Array.from({ length: 800 }, (_, index) => ({
        id: `${800 - index}`,
        at: day + 86_399_999 - index * 60_000,
        log_time: new Date(day + 86_399_999 - index * 60_000).toISOString().slice(0, 10),
      }));
      const { ids, says } = await loadAll(precise, { before });
      assert.deepEqual(ids, idsOf(precise));
      assert.doesNotMatch(says, /may be missing/);
    });

    it(`tells entries without an ID apart, where “before” is ${before}`, async () => {
      const equal = (count: number, event: string) =>
        Array.from({ length: count }, () => ({ log_time: time, event }));
      const all = [...equal(60, "a"), ...equal(90, "b"), ...sameTime(2, "2026-10-01T00:00:00Z")];
      const { ids } = await loadAll(all, { before });
      assert.equal(ids.length, 152);
    });
  }

  it("keeps to one request where that's enough", async () => {
    const all = [...sameTime(100), ...sameTime(20, "2026-10-01T00:00:00Z")];
    const { asked } = await loadAll(all, { before: "exclusive" });
    assert.deepEqual(asked.slice(0, 3), [
      { limit: 100 },
      { limit: 500, before: "2026-10-02T00:00:01Z" },
      { limit: 500, before: "2026-10-01T00:00:01Z" },
    ]);
    assert.equal(asked.length, 3);
  });

  it("sends a time in an unknown form as it came", async () => {
    const all = [{ id: "1", log_time: "Fri, 02 Oct 2026 00:00:00 GMT" }];
    const { asked } = await loadAll(all, { before: "inclusive" });
    assert.equal(asked[1]?.before, "Fri, 02 Oct 2026 00:00:00 GMT");
  });

  it("shows once what the service lists twice", async () => {
    const one = { id: "1", log_time: time };
    const { ids } = await loadAll([one, one], { before: "exclusive" });
    assert.deepEqual(ids, ["1"]);
  });
});
