import assert from "node:assert/strict";
import { lazy, lazyMethods } from "../../../src/platform/lazy";

describe("lazy", () => {
  it("makes nothing before it is asked, and the same afterwards", () => {
    let made = 0;
    const get = lazy(() => ({ number: ++made }));
    assert.equal(made, 0);
    assert.strictEqual(get(), get());
    assert.equal(made, 1);
  });

  it("makes undefined once", () => {
    let made = 0;
    const get = lazy(() => {
      made++;
    });
    get();
    get();
    assert.equal(made, 1);
  });

  it("tries again where the making failed", () => {
    let tries = 0;
    const get = lazy(() => {
      if (++tries === 1) {
        throw new Error("not yet");
      }
      return tries;
    });
    assert.throws(get, /not yet/);
    assert.equal(get(), 2);
  });

  it("tries again where what it made is a promise that was rejected", async () => {
    let tries = 0;
    const get = lazy(async () => {
      if (++tries === 1) {
        throw new Error("not yet");
      }
      return tries;
    });
    await assert.rejects(get(), /not yet/);
    assert.equal(await get(), 2);
    assert.equal(await get(), 2);
  });
});

class Counter {
  private count = 0;

  add(by: number): number {
    return (this.count += by);
  }
}

describe("lazyMethods", () => {
  it("makes the object with the first call, and again where that failed", async () => {
    let tries = 0;
    const counter = lazyMethods(async () => {
      if (++tries === 1) {
        throw new Error("not yet");
      }
      return new Counter();
    }, "add");
    assert.equal(tries, 0);
    await assert.rejects(counter.add(1), /not yet/);
    assert.equal(await counter.add(2), 2);
    assert.equal(await counter.add(3), 5);
    assert.equal(tries, 2);
  });
});
