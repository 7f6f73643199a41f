import assert from "node:assert/strict";
import { useSandbox } from "./testing";

describe("sandbox: faults that break or delay the real answer", () => {
  const { ask, control, send } = useSandbox();

  it("reset the connection before anything is done", async () => {
    await control().fault({ reset: true });
    await assert.rejects(send("deleteConnector"));
    assert.equal((await control().requests()).at(-1)?.status, 0);
    assert.equal((await ask("getConnector")).status, 200);
  });

  it("do what was asked, then lose the answer", async () => {
    await control().fault({ apply: true, reset: true });
    await assert.rejects(send("deleteConnector"));
    assert.equal((await ask("getConnector")).status, 404);
  });

  for (const truncate of [0, 10]) {
    it(`break off after ${truncate} bytes`, async () => {
      await control().fault({ truncate });
      await assert.rejects(send("getConnector"));
      assert.equal((await ask("getConnector")).status, 200);
    });
  }

  it("cut the body of an answer that is whole otherwise", async () => {
    const { text } = await ask("getConnector");
    await control().fault({ cut: 30 });
    const answer = await send("getConnector");
    assert.equal(answer.status, 200);
    assert.equal(answer.text, text.slice(0, 30));
    await control().fault({ cut: 0 });
    assert.equal((await send("getConnector")).text, "");
  });

  it("cut the body of an answer that they gave themselves", async () => {
    await control().fault({ status: 200, json: { count: 0 }, cut: 4 });
    assert.equal((await send("listConnectors")).text, '{"co');
  });

  it("end the body of an answer with blanks", async () => {
    const { text } = await send("getTeam");
    await control().fault({ blanks: { bytes: 3000, everyMs: 1 } });
    const longer = (await send("getTeam")).text;
    assert.deepEqual([longer.length, longer.trim().length], [text.length + 3000, text.length]);
  });

  it("change headers", async () => {
    await control().fault({ headers: { "x-ratelimit-remaining": "7", "content-type": "text/x" } });
    const answer = await send("getTeam");
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("x-ratelimit-remaining"), "7");
    assert.equal(answer.headers.get("content-type"), "text/x");
    assert.match(answer.text, /"display_id"/);
  });

  it("are held until the faults are cleared", async () => {
    await control().fault({ path: "teams/\\d+$", hold: true });
    let isAnswered = false;
    const answered = ask("getTeam").then(() => (isAnswered = true));
    await ask("listConnectors");
    assert.equal(isAnswered, false);
    await control().clearFaults();
    await answered;
  });

  it("delay", async () => {
    const timed = async () => {
      const started = performance.now();
      await ask("getTeam");
      return performance.now() - started;
    };
    await control().fault({ delayMs: 150 });
    assert.ok((await timed()) >= 140);
    await control().settings({ delayMs: 150 });
    assert.ok((await timed()) >= 140);
  });
});
