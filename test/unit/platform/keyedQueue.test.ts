import assert from "node:assert/strict";
import { KeyedQueue } from "../../../src/platform/keyedQueue";

describe("KeyedQueue", () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it("runs one after the other for a key, and others meanwhile", async () => {
    const queue = new KeyedQueue();
    const done: string[] = [];
    let finish = () => {};
    const first = queue.run("a", async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      done.push("a1");
    });
    const second = queue.run("a", async () => void done.push("a2"));
    await queue.run("b", async () => void done.push("b"));
    assert.deepEqual(done, ["b"]);
    finish();
    await Promise.all([first, second]);
    assert.deepEqual(done, ["b", "a1", "a2"]);
  });

  it("goes on after work that failed, and tells only whoever gave it", async () => {
    const queue = new KeyedQueue();
    const failed = queue.run("a", () => Promise.reject(new Error("no")));
    const next = queue.run("a", async () => "next");
    await assert.rejects(failed, /no/);
    assert.equal(await next, "next");
  });

  it("keeps nothing of what has ended", async () => {
    const queue = new KeyedQueue();
    const runs = ["a", "a", "b"].map((key) => queue.run(key, turn));
    assert.equal(queue.size, 2);
    await Promise.all(runs);
    await turn();
    assert.equal(queue.size, 0);
  });
});
