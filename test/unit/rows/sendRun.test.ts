import assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  decodeChanges,
  decodeRows,
  encodeParts,
  packRows,
  unpackRows,
  type ToRowsView,
} from "../../../src/features/rows/rowsMessages";
import type { Cell, RunResult } from "../../../src/features/rows/runResult";
import { sendRun } from "../../../src/features/rows/sendRun";

const resultWith = (
  rows: readonly (readonly Cell[])[],
  more: Partial<RunResult> = {},
): RunResult => ({
  kind: "preview",
  key: "key",
  title: "Title",
  startedAt: 0,
  milliseconds: 1,
  columns: ["a", "b"].map((id) => ({ id, label: id, dataType: "" })),
  rows,
  remarks: [],
  ...more,
});

/** The messages that a run makes. @param wanted how many of them the view waits for */
async function messagesOf(
  result: RunResult,
  previous?: RunResult,
  wanted = Infinity,
): Promise<ToRowsView[]> {
  const messages: ToRowsView[] = [];
  await sendRun({
    run: 1,
    result,
    previous,
    startedAt: "now",
    post: async (message) => void messages.push(message),
    isWanted: () => messages.length < wanted,
  });
  return messages;
}

const rowsIn = (messages: readonly ToRowsView[]) =>
  messages.flatMap((message) => (message.type === "rows" ? [decodeRows(message.packed)] : []));

describe("A message with rows", () => {
  it("has every cell as it was, nothing and null included", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.boolean(),
      fc.constantFrom(null, undefined),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const columns = unpackRows(decodeRows(encodeParts(packRows(rows, 2))));
        const text = (value: Cell) => (Object.is(value, -0) ? 0 : value);
        assert.deepEqual(
          columns,
          [0, 1].map((column) => rows.map((row) => text(row[column]))),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("has a number that JSON lacks as its text", () => {
    assert.deepEqual(unpackRows(decodeRows(encodeParts(packRows([[Infinity]], 1)))), [
      ["Infinity"],
    ]);
  });
});

describe("sendRun", () => {
  it("sends what is seen at once first, and then all rows", async () => {
    const rows = Array.from({ length: 25_000 }, (_, row) => [row, "x"]);
    const messages = await messagesOf(resultWith(rows));
    const parts = rowsIn(messages);
    assert.equal(messages[0]?.type, "run");
    assert.equal(parts[0]?.count, 200);
    assert.ok(parts.length > 2 && parts.every(({ count }) => count <= 10_000));
    assert.deepEqual(
      parts.flatMap(({ columns }) => columns[0]),
      rows.map(([number]) => number),
    );
    assert.equal(messages.at(-1)?.type, "changes");
  });

  it("stops when the view no longer wants it", async () => {
    const rows = Array.from({ length: 50_000 }, () => ["x", "y"]);
    assert.equal((await messagesOf(resultWith(rows), undefined, 3)).length, 3);
  });

  it("sends what has changed: which columns, and what they had", async () => {
    const before = resultWith([
      ["mon", 1],
      ["tue", 2],
      ["old", 0],
    ]);
    const messages = await messagesOf(
      resultWith([
        ["mon", 1],
        ["tue", 20],
        ["new", 3],
      ]),
      before,
    );
    const last = messages.at(-1);
    assert.ok(last?.type === "changes" && last.packed);
    const { added, changed, gone } = decodeChanges(last.packed);
    assert.deepEqual(
      { added, changed },
      {
        added: [],
        changed: [
          { row: 1, cells: [[1, "2"]] },
          {
            row: 2,
            cells: [
              [0, "old"],
              [1, "0"],
            ],
          },
        ],
      },
    );
    assert.equal(gone.count, 0);
  });

  it("sends rows that are gone by the columns of this run", async () => {
    const before = resultWith([
      ["mon", 1],
      ["tue", 2],
    ]);
    const columns = ["b", "c"].map((id) => ({ id, label: id, dataType: "" }));
    const messages = await messagesOf(resultWith([[1, "x"]], { columns }), before);
    const last = messages.at(-1);
    assert.ok(last?.type === "changes" && last.packed);
    const { gone, addedColumns, goneColumns } = decodeChanges(last.packed);
    assert.deepEqual(unpackRows(gone), [[2], [undefined]]);
    assert.deepEqual([addedColumns, goneColumns], [["c"], ["a"]]);
  });

  it("sends the beginning of long texts and bodies: the view shows no more", async () => {
    const response = {
      status: 200,
      headers: [],
      body: "x".repeat(1_000_000),
      bytes: 1,
      milliseconds: 1,
    };
    const messages = await messagesOf(resultWith([["y".repeat(1_000_000), 1]], { response }));
    assert.ok(JSON.stringify(rowsIn(messages)).length < 3000);
    const [head] = messages;
    assert.ok(head?.type === "run" && head.head.response?.isCut);
    assert.ok(JSON.stringify(head).length < 30_000);
  });
});
