import assert from "node:assert/strict";
import { MemoryStorage } from "../support/memoryStorage";
import { until } from "../support/api";
import { expectKind, refusalOf, useCreation } from "../support/creation";

describe("the encoding of a create", () => {
  const { account, answered, control, create, encodings, memory, startAnew } = useCreation();
  const remembered = () => memory().encoding.get(account().origin);

  it("is a form at first, which is remembered once it was accepted", async () => {
    assert.equal(remembered(), undefined);
    expectKind(await create("One"), "created");
    assert.equal(remembered(), "form");
    expectKind(await create("Two"), "created");
    assert.deepEqual(await encodings(), ["form", "form"]);
  });

  for (const createEncodingRefusal of [400, 415, 422] as const) {
    it(`becomes JSON, once, where the form is refused with ${createEncodingRefusal}`, async () => {
      await control().settings({ createEncoding: "json", createEncodingRefusal });
      const connector = { description: "=1+1&x", duplicateOf: "NUM83" };
      const { details } = expectKind(await create("Räder", connector), "created");
      assert.equal(details.connector.description, "=1+1&x");
      assert.match(details.configurationText ?? "", /12345678901234567890/);
      assert.equal(remembered(), "json");
      expectKind(await create("Again"), "created");
      assert.deepEqual(await encodings(), ["form", "json", "json"]);
    });
  }

  it("is remembered in later sessions, too", async () => {
    const drawer = new MemoryStorage();
    startAnew(drawer);
    await control().settings({ createEncoding: "json" });
    expectKind(await create("One"), "created");
    startAnew(drawer);
    expectKind(await create("Two"), "created");
    assert.deepEqual(await encodings(), ["form", "json", "json"]);
  });

  for (const status of [400, 422] as const) {
    it(`is not what ${status} is about once a create was accepted`, async () => {
      expectKind(await create("One"), "created");
      await control().fault({ status, errorCode: "INVALID", times: 0 });
      assert.equal(refusalOf(await create("Two")), `${status} INVALID`);
      assert.deepEqual(await encodings(), ["form", "form"]);
    });

    it(`may be what ${status} is about where only another origin accepted one`, async () => {
      await memory().encoding.set("https://other.example", "form");
      await control().settings({ createEncoding: "json", createEncodingRefusal: status });
      expectKind(await create("One"), "created");
      assert.deepEqual(await encodings(), ["form", "json"]);
    });
  }

  for (const [before, after] of [
    ["form", "json"],
    ["json", "form"],
  ] as const) {
    it(`changes from ${before} to ${after} when the service says 415 one day`, async () => {
      await control().settings({ createEncoding: before });
      expectKind(await create("One"), "created");
      await control().clearRequests();
      await control().settings({ createEncoding: after });
      expectKind(await create("Two"), "created");
      assert.deepEqual(await encodings(), [before, after]);
      assert.equal(remembered(), after);
    });
  }

  it("is tried no third time where both are refused, and none is remembered", async () => {
    await control().fault({ status: 415, errorCode: "FIRST" });
    await control().fault({ status: 415, errorCode: "SECOND", times: 0 });
    assert.equal(refusalOf(await create("One")), "415 FIRST");
    assert.deepEqual(await encodings(), ["form", "json"]);
    assert.equal(remembered(), undefined);
  });

  it("keeps the words about the fields, which the service says to the second", async () => {
    assert.equal(refusalOf(await create("x".repeat(256))), "422 UNPROCESSABLE_ENTITY");
    assert.deepEqual(await encodings(), ["form", "json"]);
    assert.equal(remembered(), undefined);
  });

  it("keeps the words about the form where JSON is not accepted at all", async () => {
    await control().settings({ createEncoding: "form" });
    assert.equal(refusalOf(await create("x".repeat(256))), "422 UNPROCESSABLE_ENTITY");
    assert.deepEqual(await encodings(), ["form", "json"]);
  });

  for (const [status, first, second, told] of [
    [422, "title is too long.", "title is required.", "title is too long."],
    [422, "The name is taken.", "The body could not be read.", "The name is taken."],
    [400, "The name is taken.", "No such thing.", "The name is taken."],
    [422, "Title is missing.", "title is too long.", "title is too long."],
    [415, "Not this type.", "title is too long.", "title is too long."],
  ] as const) {
    it(`hides no words about the input: of “${first}” and “${second}” it says “${told}”`, async () => {
      const refusal = { method: "POST", errorCode: "UNPROCESSABLE_ENTITY" };
      await control().fault({ ...refusal, status, errorMessage: first });
      await control().fault({ ...refusal, status: 422, errorMessage: second });
      const { error } = expectKind(await create("One"), "refused");
      assert.equal(error instanceof Error && error.message, told);
      assert.deepEqual(await encodings(), ["form", "json"]);
    });
  }

  it("is not tried in another way after a cancel", async () => {
    const cancel = new AbortController();
    await control().fault({ status: 415, errorCode: "UNSUPPORTED_MEDIA_TYPE", delayMs: 300 });
    const created = create("One", { signal: cancel.signal });
    await until(async () => (await encodings()).length > 0);
    cancel.abort();
    expectKind(await created, "lost");
    await answered();
    assert.deepEqual(await encodings(), ["form"]);
  });

  it("leaves the second request as lost as the first would be, and sends no third", async () => {
    await control().fault({ status: 415, errorCode: "UNSUPPORTED_MEDIA_TYPE" });
    await control().fault({ method: "POST", apply: true, reset: true });
    expectKind(await create("One"), "lost");
    assert.deepEqual(await encodings(), ["form", "json"]);
    assert.equal(remembered(), undefined);
  });
});
