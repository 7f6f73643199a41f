import assert from "node:assert/strict";
import { PublishStates } from "../../../src/features/configurations/publishStates";
import { Publisher, type PublisherParts } from "../../../src/features/connectors/publisher";
import { Versions } from "../../../src/features/configurations/versions";
import { WriteAccess } from "../../../src/features/connectors/writeAccess";
import { SimulatedClock } from "../support/clock";
import { usePublishing } from "../support/publishing";
import { MemoryFileStorage } from "../support/memoryFileStorage";
import { useReportedErrors } from "../support/reportedErrors";

describe("Publisher", () => {
  const own = usePublishing();
  const clock = new SimulatedClock();
  let states: PublishStates;
  let versions: Versions;
  let right: WriteAccess;
  let publisher: Publisher;
  let listed: string[];
  beforeEach(async () => {
    await own.there('{"was":1}');
    states = new PublishStates(clock);
    versions = new Versions(new MemoryFileStorage());
    right = new WriteAccess();
    listed = [];
    publisher = publisherWith({
      send: own.sendWith(),
      store: { put: (_account, { name }) => listed.push(name) },
    });
  });
  /** With what listens to it in the extension. */
  const publisherWith = (parts: Pick<PublisherParts, "send" | "store">) => {
    const made = new Publisher({ ...parts, writeAccess: right });
    made.onWillPublish((started) => states.publishStarted(started));
    made.onDidPublish((published) => states.publishEnded(published));
    made.onDidPublish((published) => versions.published(published));
    return made;
  };
  const publishText = (text: string, began: string) =>
    publisher.publish(own.ref(), { configuration: { text, base: { text: began } } });
  const kept = async () =>
    Promise.all(
      (await versions.list(own.ref())).map(
        async ({ id, origin }) => `${origin} ${await versions.text(own.ref(), id)}`,
      ),
    );

  it("publishes one change after the other", async () => {
    const both = await Promise.all([
      publishText('{"first":1}', '{"was":1}'),
      publishText('{"second":1}', '{"first":1}'),
    ]);
    assert.deepEqual(
      both.map(({ kind }) => kind),
      ["published", "published"],
    );
    assert.deepEqual(await own.methods(), ["GET", "PUT", "GET", "GET", "PUT", "GET"]);
  });

  it("keeps what was overwritten and what was published, and tells the list", async () => {
    await publishText('{"mine":1}', '{"was":1}');
    assert.deepEqual(await kept(), ['here {"mine":1}', 'elsewhere {"was":1}']);
    assert.deepEqual(listed, ["Own"]);
  });

  it("keeps what a colleague published", async () => {
    await publishText('{"mine":1}', '{"other":1}');
    assert.deepEqual(await kept(), ['elsewhere {"was":1}']);
  });

  it("says nothing of the kind where a name is changed", async () => {
    const seen: unknown[] = [];
    states.onDidChange((ref) => seen.push(states.get(ref)));
    assert.equal((await publisher.publish(own.ref(), { name: "Renamed" })).kind, "published");
    assert.deepEqual(seen, []);
  });

  it("says that it is publishing, and that it has", async () => {
    const seen: (string | undefined)[] = [];
    states.onDidChange((ref) => seen.push(states.get(ref)?.kind));
    await publishText('{"mine":1}', '{"was":1}');
    assert.equal(seen[0], "publishing");
    assert.equal(seen.at(-1), "published");
  });

  it("takes a key for one that may not write only after a write was forbidden", async () => {
    await own.control().fault({ method: "GET", status: 403, errorCode: "FORBIDDEN" });
    await publishText('{"mine":1}', '{"was":1}');
    assert.ok(right.isLikely);
    await own.control().fault({ method: "PUT", status: 403, errorCode: "FORBIDDEN" });
    await publishText('{"mine":1}', '{"was":1}');
    assert.ok(!right.isLikely);
    await publishText('{"mine":1}', '{"was":1}');
    assert.ok(right.isLikely);
  });

  it("sends nothing for a connector of another team", async () => {
    const publication = await publisher.publish({ ...own.ref(), teamId: "1" }, { name: "New" });
    assert.equal(publication.kind, "refused");
    assert.deepEqual(await own.methods(), []);
  });

  it("goes on after one that failed", async () => {
    await own.control().fault({ method: "GET", reset: true });
    assert.equal((await publishText('{"mine":1}', '{"was":1}')).kind, "refused");
    assert.equal((await publishText('{"mine":1}', '{"was":1}')).kind, "published");
  });

  it("has its configuration say for five seconds that it was published", async () => {
    await publishText('{"mine":1}', '{"was":1}');
    await clock.advance(4999);
    assert.deepEqual(states.get(own.ref()), { kind: "published" });
    await clock.advance(1);
    assert.equal(states.get(own.ref()), undefined);
  });

  describe("whose listeners fail", () => {
    const reported = useReportedErrors();
    const fail = () => {
      throw new Error("Channel has been closed");
    };

    it("has published all the same, and goes on with the next one", async () => {
      states.onDidChange(fail);
      const heard: unknown[] = [];
      states.onDidChange((ref) => heard.push(ref));
      publisher = publisherWith({
        send: own.sendWith(undefined, fail),
        store: { put: fail },
      });
      const [first, second] = await Promise.all([
        publishText('{"first":1}', '{"was":1}'),
        publishText('{"second":1}', '{"first":1}'),
      ]);
      assert.deepEqual([first.kind, second.kind], ["published", "published"]);
      assert.equal((await own.stored()).configurationText, '{"second":1}');
      assert.ok(heard.length > 0 && reported().length > 0);
    });
  });
});
