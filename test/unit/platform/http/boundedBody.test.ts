import assert from "node:assert/strict";
import { readBody } from "../../../../src/platform/http/boundedBody";
import { assertLinear, repeated } from "../../support/linear";

/** A body that comes in parts, and whether its reader has gone away. */
function bodyOf(parts: Iterable<Uint8Array<ArrayBuffer>>) {
  const left = parts[Symbol.iterator]();
  const state = { isCanceled: false, asked: 0 };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      state.asked++;
      const next = left.next();
      return next.done ? controller.close() : controller.enqueue(next.value);
    },
    cancel: () => {
      state.isCanceled = true;
    },
  });
  return { body, state };
}

function* endless() {
  for (;;) {
    yield new Uint8Array(1000);
  }
}

describe("readBody", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it("gives the text, also where a part ends in the middle of a character", async () => {
    const all = bytes("\u{feff}Räder 🚲");
    const { body } = bodyOf(Array.from(all, (byte) => Uint8Array.of(byte)));
    assert.deepEqual(await readBody(body, 100), { text: "Räder 🚲", bytes: all.length });
  });

  it("gives nothing of nothing", async () => {
    for (const none of [undefined, null, bodyOf([]).body]) {
      assert.deepEqual(await readBody(none, 100), { text: "", bytes: 0 });
    }
  });

  it("takes as many bytes as it may, and not one more", async () => {
    const ofLength = (length: number) => bodyOf([bytes("x".repeat(length))]).body;
    assert.equal((await readBody(ofLength(10), 10))?.bytes, 10);
    assert.equal(await readBody(ofLength(11), 10), undefined);
  });

  it("ends at the limit where the body has no end, and has it end", async () => {
    const { body, state } = bodyOf(endless());
    assert.equal(await readBody(body, 10_000), undefined);
    assert.deepEqual([state.isCanceled, state.asked <= 12], [true, true]);
  });

  it("says what broke it", async () => {
    const broken = new ReadableStream({ pull: () => Promise.reject(new Error("reset")) });
    await assert.rejects(readBody(broken, 10), /reset/);
  });

  it("takes time in proportion to the length", async () => {
    const reading: Promise<unknown>[] = [];
    assertLinear((text) => {
      const parts = text.match(/.{1,100}/g) ?? [];
      reading.push(readBody(bodyOf(parts.map((part) => bytes(part))).body, 1e9));
    }, repeated("a"));
    await Promise.all(reading);
  });
});
