import assert from "node:assert/strict";
import { archiveAndDelete } from "../../../src/features/connectors/archiveAndDelete";
import { DeletedConnectors } from "../../../src/features/connectors/deletedConnectors";
import { MemoryFileStorage } from "../support/memoryFileStorage";
import { usePublishing } from "../support/publishing";

const text = '{"a":1.0,"a":12345678901234567890}';

describe("A delete", () => {
  const own = usePublishing();
  let files: MemoryFileStorage;
  let removed: string[];
  beforeEach(async () => {
    files = new MemoryFileStorage();
    removed = [];
    await own.there(text, { description: "By day" });
  });
  const remove = (known = { identifier: "OWN01", name: "Seen", description: "Seen by night" }) =>
    archiveAndDelete(
      {
        send: own.sendWith(),
        store: { remove: (_account, identifier) => removed.push(identifier) },
        deleted: new DeletedConnectors(files),
      },
      own.ref(),
      known,
    );
  const kept = () => new DeletedConnectors(files).list(own.account());

  it("keeps the configuration first, then deletes", async () => {
    const deleted = await remove();
    assert.deepEqual(await own.methods(), ["GET", "DELETE"]);
    assert.deepEqual(removed, ["OWN01"]);
    const [connector] = await kept();
    assert.deepEqual(deleted, connector);
    assert.deepEqual(
      [connector?.identifier, connector?.name, connector?.description, connector?.configuration],
      ["OWN01", "Own", "By day", text],
    );
  });

  describe("where the connector's own answer is thin", () => {
    const thin = {
      connector_identifier: "OWN01",
      configuration: { configuration_json: { was: 1 } },
    };
    const answers = (json: object, path = "OWN01$") =>
      own.control().fault({ method: "GET", path, times: 0, status: 200, json });
    const keptAs = async () => {
      const [connector] = await kept();
      return [connector?.name, connector?.description];
    };

    for (const [lacks, json] of [
      ["name and description", thin],
      ["the name", { ...thin, description: "By day" }],
      ["the description", { ...thin, name: "Own" }],
      ["a name that is not empty", { ...thin, name: "", description: "By day" }],
    ] as const) {
      it(`keeps what the list or the person has: it lacks ${lacks}`, async () => {
        await answers(json);
        await remove();
        assert.deepEqual(await keptAs(), [
          lacks === "a name that is not empty" ? "Seen" : "Own",
          "By day",
        ]);
      });
    }

    it("keeps what the person sees where the list does not tell, and deletes", async () => {
      for (const list of [
        { connectors: [{ connector_identifier: "OWN01" }] },
        { connectors: [] },
      ]) {
        await own.there(text);
        await own.control().clearFaults();
        await answers(thin);
        await answers(list, "connectors$");
        await remove();
        const [name] = await keptAs();
        assert.equal(name, "Seen");
      }
      await own.there(text);
      await own.control().clearFaults();
      await answers(thin);
      await own.control().fault({ method: "GET", path: "connectors$", status: 403, times: 0 });
      await remove();
      assert.deepEqual(await keptAs(), ["Seen", "Seen by night"]);
      assert.equal(removed.length, 3);
    });
  });

  it("deletes nothing that cannot be kept", async () => {
    files.broken = new Error("The disk is full");
    await assert.rejects(remove(), /disk is full/);
    assert.deepEqual(await own.methods(), ["GET"]);
    assert.deepEqual(removed, []);
  });

  it("is resolved by reading where its answer is lost", async () => {
    await own.control().fault({ method: "DELETE", reset: true });
    await assert.rejects(remove());
    assert.deepEqual(removed, []);
    assert.deepEqual(await kept(), [], "it is still there");
    await own.control().fault({ method: "DELETE", reset: true });
    await own.control().fault({ method: "GET", path: "OWN01$", skip: 1, status: 500 });
    await assert.rejects(remove());
    assert.equal((await kept()).length, 1, "nobody knows whether it is there");
    await own.control().fault({ method: "DELETE", reset: true, apply: true });
    await remove();
    assert.deepEqual(removed, ["OWN01"]);
  });

  it("is done where a colleague was quicker", async () => {
    await own.control().fault({ method: "DELETE", status: 404, errorCode: "NOT_FOUND" });
    await remove();
    assert.deepEqual(removed, ["OWN01"]);
  });

  it("is not done where a gateway's page says 404, or 200", async () => {
    for (const status of [404, 200]) {
      const body = "<!-- x --><html>Not here</html>";
      await own.control().fault({ method: "DELETE", status, body });
      await assert.rejects(remove());
      assert.deepEqual(removed, []);
    }
  });

  it("is not done where it is refused", async () => {
    await own.control().fault({ method: "DELETE", status: 403, errorCode: "FORBIDDEN" });
    await assert.rejects(remove());
    assert.deepEqual(removed, []);
    assert.equal((await own.stored()).configurationText, text);
    assert.deepEqual(await kept(), [], "nothing is to be restored");
  });
});

describe("What was deleted", () => {
  it("is listed for its account, the last one first, and at most fifty", async () => {
    const deleted = new DeletedConnectors(new MemoryFileStorage());
    const account = { origin: "https://api.supermetrics.com", teamId: "1" };
    for (let at = 1; at <= 52; at++) {
      await deleted.add(account, {
        identifier: `C${at}`,
        name: "",
        description: "",
        deletedAt: 1_700_000_000_000 + at,
        configuration: "{}",
      });
    }
    const all = await deleted.list(account);
    assert.equal(all.length, 50);
    assert.equal(all[0]?.identifier, "C52");
    assert.deepEqual(await deleted.list({ ...account, teamId: "2" }), []);
  });
});
