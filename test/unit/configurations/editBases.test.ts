import assert from "node:assert/strict";
import type { ConnectorRef } from "../../../src/platform/connectorRef";
import { Configurations } from "../../../src/features/configurations/configurations";
import { EditBases } from "../../../src/features/configurations/editBases";
import { versionId } from "../../../src/platform/json/tokens";
import { usePublishing } from "../support/publishing";
import { MemoryStorage } from "../support/memoryStorage";

describe("The version that an edit began from", () => {
  const own = usePublishing();
  let drawer: MemoryStorage;
  let isOpen: boolean;
  let isDirty: boolean;
  let configurations: Configurations;
  /** A window begins, or is loaded again: what was in memory is gone. */
  const start = () =>
    new Configurations(
      own.sendWith(),
      { isOpen: () => isOpen, isDirty: () => isDirty },
      new EditBases(drawer),
    );
  const ref = (): ConnectorRef => own.ref();
  const type = () => {
    isDirty = true;
    configurations.edited(ref());
  };
  beforeEach(async () => {
    await own.there('{"was":1}');
    drawer = new MemoryStorage();
    isOpen = true;
    isDirty = false;
    configurations = start();
    await configurations.load(ref());
  });

  it("is what was loaded, also while it is edited", () => {
    assert.deepEqual(configurations.base(ref()), { text: '{"was":1}' });
    type();
    assert.deepEqual(configurations.base(ref()), { text: '{"was":1}' });
  });

  it("is known by its id after a reload, with the file's times, and costs no request", async () => {
    type();
    const before = await configurations.times(ref());
    await own.control().clearRequests();
    configurations = start();
    assert.deepEqual(configurations.base(ref()), {
      id: versionId('{"was":1}'),
      createdAt: before.createdAt,
      updatedAt: before.updatedAt,
      size: before.size,
    });
    const { createdAt, updatedAt, size } = await configurations.times(ref());
    assert.deepEqual(
      [createdAt, updatedAt, size],
      [before.createdAt, before.updatedAt, before.size],
    );
    assert.deepEqual(await own.methods(), []);
  });

  it("stays what it was when something loads the file after a reload", async () => {
    type();
    configurations = start();
    await own.there('{"theirs":1}');
    await configurations.load(ref());
    const base = configurations.base(ref());
    assert.ok(base && "id" in base && base.id === versionId('{"was":1}'));
  });

  it("is not known where the window's state is lost: then everything is a conflict", () => {
    drawer = new MemoryStorage();
    configurations = start();
    isDirty = true;
    assert.equal(configurations.base(ref()), undefined);
  });

  it("is what was published, from then on", async () => {
    type();
    const { connector } = await configurations.load(ref());
    const bytes = new TextEncoder().encode('{"mine":1}');
    configurations.put(ref(), { connector, name: "Own", text: '{"mine":1}' }, bytes);
    assert.deepEqual(configurations.base(ref()), { text: '{"mine":1}' });
    isDirty = false;
    configurations.edited(ref());
    assert.deepEqual(configurations.base(ref()), { text: '{"mine":1}' });
    assert.deepEqual(drawer.keys(), []);
  });

  it("is what was published where somebody typed on meanwhile, and the file stays as it is known", async () => {
    type();
    const before = await configurations.times(ref());
    const { connector } = await configurations.load(ref());
    configurations.rebase(ref(), { connector, name: "Own", text: '{"mine":1}' });
    assert.deepEqual(configurations.base(ref()), { text: '{"mine":1}' });
    const { createdAt, updatedAt, size } = await configurations.times(ref());
    assert.deepEqual(
      [createdAt, updatedAt, size],
      [before.createdAt, before.updatedAt, before.size],
    );
  });

  it("is forgotten when the edit is given up", () => {
    type();
    isDirty = false;
    configurations.edited(ref());
    assert.deepEqual(drawer.keys(), []);
  });

  it("moves the file's time on with each version, even where the server's clock stands still", async () => {
    const first = await configurations.load(ref());
    configurations.put(ref(), { connector: first.connector, name: "Own", text: '{"mine":1}' });
    const second = await configurations.times(ref());
    assert.ok(second.updatedAt > first.updatedAt);
  });

  it("stays what it was when the editor reads the file again, as do its times", async () => {
    type();
    const before = await configurations.times(ref());
    await own.there('{"theirs":1}');
    assert.equal((await configurations.loadAgain(ref())).published, '{"theirs":1}');
    assert.deepEqual(configurations.base(ref()), { text: '{"was":1}' });
    assert.equal((await configurations.times(ref())).updatedAt, before.updatedAt);
    isDirty = false; // it was reverted
    assert.deepEqual(configurations.edited(ref()), { text: '{"was":1}' });
    assert.deepEqual(configurations.base(ref()), { text: '{"theirs":1}' });
    assert.equal((await configurations.times(ref())).updatedAt, before.updatedAt, "it has that");
    assert.equal(configurations.edited(ref()), undefined);
    configurations.forceReload(ref()); // the edit was undone instead
    assert.ok((await configurations.times(ref())).updatedAt > before.updatedAt);
  });

  it("is what a document shows that the editor keeps without a tab", async () => {
    isOpen = false;
    configurations.expire(ref());
    type();
    assert.deepEqual(configurations.base(ref()), { text: '{"was":1}' });
  });
});
