import assert from "node:assert/strict";
import type { Publication } from "../../../src/features/connectors/publication";
import type { StoredConnector } from "../../../src/features/connectors/storedConnector";
import { versionItems } from "../../../src/features/configurations/versionItems";
import { versionLimits, Versions } from "../../../src/features/configurations/versions";
import { versionId } from "../../../src/platform/json/tokens";
import { MemoryFileStorage } from "../support/memoryFileStorage";

const ref = { origin: "http://127.0.0.1:8080", teamId: "1", identifier: "T3S70" };
const day = Date.UTC(2026, 10, 25);
const minutes = 60_000;

describe("Versions in order of time", () => {
  let versions: Versions;
  /** Of this computer. */
  let now: number;
  beforeEach(() => {
    now = day + 600 * minutes;
    versions = new Versions(new MemoryFileStorage(), versionLimits, () => now);
  });

  const stored = (text: string, updatedAt: string | undefined): StoredConnector => ({
    connector: { identifier: "T3S70", name: "Own", updatedAt },
    name: "Own",
    text,
  });
  /** Of the service, so many minutes after this computer's clock. */
  const serviceTime = (after = 0) => new Date(now + after * minutes).toISOString();
  const publishFrom = (before: StoredConnector, after: StoredConnector) =>
    published({ kind: "published", before, stored: after, isRewritten: false });
  const published = (publication: Publication, text = "sent") =>
    versions.published({
      ref,
      change: { configuration: { text, base: undefined } },
      publication,
    });
  /** What they say, without the time. */
  const listed = async () =>
    Promise.all(
      (await versions.list(ref)).map(
        async ({ id, origin }) => `${await versions.text(ref, id)} ${origin}`,
      ),
    );
  const pass = (passed: number) => (now += passed * minutes);

  it("are once each, by whom they were, after a publish, an undo that was cancelled and one that was not", async () => {
    const original = stored("1", serviceTime(-600));
    await versions.note(ref, original, "elsewhere");
    const own = stored("2", serviceTime());
    publishFrom(original, own);
    pass(1);
    await versions.note(ref, own, "elsewhere"); // the undo looks at what is published
    await versions.add(ref, "1 edited", "edit", now);
    await versions.note(ref, own, "elsewhere");
    pass(1);
    publishFrom(own, stored("1", serviceTime()));
    assert.deepEqual(await listed(), ["1 here", "1 edited edit", "2 here", "1 elsewhere"]);
  });

  it("have a colleague's older one where it belongs, though it was found later", async () => {
    const theirs = stored("theirs", serviceTime(-30));
    await versions.note(ref, stored("first", serviceTime(-600)), "elsewhere");
    await versions.add(ref, "edit", "edit", now - 10 * minutes);
    publishFrom(theirs, stored("mine", serviceTime()));
    assert.deepEqual(await listed(), [
      "mine here",
      "edit edit",
      "theirs elsewhere",
      "first elsewhere",
    ]);
  });

  for (const skew of [-7, 7]) {
    it(`go by the service's clock where this computer's differs by ${skew} minutes`, async () => {
      const first = stored("first", serviceTime(skew - 5));
      publishFrom(first, stored("mine", serviceTime(skew)));
      pass(2);
      await versions.note(ref, stored("theirs", serviceTime(skew)), "elsewhere");
      assert.deepEqual(await listed(), ["theirs elsewhere", "mine here", "first elsewhere"]);
    });
  }

  for (const [what, time] of [
    ["no times", () => undefined],
    ["only dates", () => serviceTime().slice(0, 10)],
    ["one time for ever", () => new Date(day).toISOString()],
  ] as const) {
    it(`are right where the service tells ${what}`, async () => {
      const first = stored("first", time());
      const second = stored("second", time());
      await versions.note(ref, first, "elsewhere");
      pass(1);
      publishFrom(first, second);
      pass(1);
      publishFrom(second, stored("third", time()));
      assert.deepEqual(await listed(), ["third here", "second here", "first elsewhere"]);
    });
  }

  it("are mine where another window saw them first", async () => {
    const mine = stored("mine", serviceTime());
    await versions.note(ref, mine, "elsewhere");
    publishFrom(stored("first", serviceTime(-5)), mine);
    assert.deepEqual(await listed(), ["mine here", "first elsewhere"]);
  });

  it("are mine where the service took them and could not be asked for them", async () => {
    published({ kind: "unknown", error: new Error(), wasAccepted: true }, "mine");
    await versions.note(ref, stored("mine", serviceTime()), "elsewhere");
    published({ kind: "unknown", error: new Error(), wasAccepted: false }, "lost");
    assert.deepEqual(await listed(), ["mine here"]);
  });

  it("do not take what was read before a publish and arrives after it for a new one", async () => {
    const first = stored("first", serviceTime(-5));
    publishFrom(first, stored("mine", serviceTime()));
    await versions.note(ref, first, "elsewhere");
    assert.deepEqual(await listed(), ["mine here", "first elsewhere"]);
  });

  it("are no discarded edits any more when they were published", async () => {
    await versions.add(ref, "mine", "edit", now);
    await versions.add(ref, "mine", "edit", now);
    pass(1);
    publishFrom(stored("first", serviceTime(-5)), stored("mine", serviceTime()));
    await versions.add(ref, "first", "edit", now);
    assert.deepEqual(await listed(), ["mine here", "first elsewhere"]);
  });

  it("stay as long as others that came to be at the same time by a clock that was never set", async () => {
    versions = new Versions(new MemoryFileStorage(), { versions: 2, length: 1000 }, () => now);
    for (const text of ["a", "b"]) {
      await versions.add(ref, text, "here", now);
    }
    await versions.add(ref, "c", "here", 0);
    assert.equal(await versions.text(ref, versionId("c")), "c");
  });

  it("show the time by which they are ordered", async () => {
    await versions.note(ref, stored("theirs", serviceTime(-30)), "elsewhere");
    publishFrom(stored("theirs", serviceTime(-30)), stored("mine", serviceTime(-1)));
    await versions.add(ref, "edit", "edit", now);
    const items = versionItems(await versions.list(ref), versionId("mine"), now);
    const at = (ago: number) => new Date(now - ago * minutes).toLocaleString();
    assert.deepEqual(
      items.map(({ label, description, icon }) => [label, description, icon]),
      [
        [at(0), "discarded edit, now", "edit"],
        [at(1), "current, published by you, 1 minute ago", "circle-filled"],
        [at(30), "published elsewhere, 30 minutes ago", "history"],
      ],
    );
  });
});
