import assert from "node:assert/strict";
import { queryAnswer } from "../../../src/features/testRun/queryAnswer";
import { QueryTable } from "../../../src/features/testRun/queryTable";

describe("QueryTable", () => {
  const asked = ["days_day", "days_opens"];
  const day = {
    id: "days_day",
    field_id: "days_day",
    field_name: "Day",
    data_type: "string.time.date",
  };
  const opens = { id: "days_opens", field_id: "days_opens", field_name: "Opens" };

  function tableOf(text: string, maxRows = 100) {
    const table = new QueryTable({ fields: asked, maxRows });
    table.add(queryAnswer(text));
    return table;
  }
  /** IDs of the columns, then the rows. */
  function shown(fields: readonly object[] | undefined, data: unknown, result?: object) {
    const meta = { query: { fields }, result };
    const { columns, rows } = tableOf(JSON.stringify({ meta, data }));
    return [columns.map(({ id }) => id), ...rows];
  }

  it("has names, IDs and data types as the service says them", () => {
    const text = JSON.stringify({
      meta: { query: { fields: [day, opens] } },
      data: [["Day", "Opens"]],
    });
    const { columns, rows } = tableOf(text);
    assert.deepEqual(columns, [
      { id: "days_day", name: "Day", dataType: "string.time.date" },
      { id: "days_opens", name: "Opens", dataType: undefined },
    ]);
    assert.deepEqual(rows, []);
  });

  it("puts columns that come in another order where they were asked for", () => {
    const expected = [asked, ["d1", "1"]];
    const heads = ["Opens", "Day"];
    assert.deepEqual(shown([opens, day], [heads, ["1", "d1"]]), expected);
    assert.deepEqual(shown([day, opens], [heads, ["1", "d1"]]), expected);
    const said = (...places: unknown[]) =>
      [day, opens].map((one, index) => ({ ...one, data_column: places[index] }));
    const odd = ["first", "second"];
    assert.deepEqual(shown(said(1, 0), [odd, ["1", "d1"]]), expected);
    assert.deepEqual(shown(said(2, 1), [odd, ["1", "d1"]]), expected);
    // Not to be believed: the heads say it, or the order does.
    for (const places of [
      [0, 0],
      [0, 7],
      [1, undefined],
      [-1, 0],
      [0.5, 1],
    ]) {
      assert.deepEqual(shown(said(...places), [heads, ["1", "d1"]]), expected);
      assert.deepEqual(shown(said(...places), [odd, ["d1", "1"]]), expected);
    }
  });

  it("knows a field by the ID that was asked for, whichever the service calls its own", () => {
    const fields = [
      { ...day, field_id: "own1" },
      { ...opens, id: "other" },
    ];
    assert.deepEqual(
      shown(fields, [
        ["Day", "Opens"],
        ["d1", 1],
      ]),
      [asked, ["d1", 1]],
    );
  });

  it("leaves hidden fields out, and keeps what nobody asked for at the end", () => {
    const hidden = { id: "days_list", field_name: "List", visible: false };
    const data = [
      ["Extra", "Opens", "Day"],
      ["x", 1, "d1"],
    ];
    assert.deepEqual(shown([hidden, day, opens], data), [
      [...asked, "Extra"],
      ["d1", 1, "x"],
    ]);
  });

  it("has the heads for columns where the service describes none", () => {
    const data = [
      ["Day", ""],
      ["d1", 1],
    ];
    assert.deepEqual(shown(undefined, data), [
      ["Day", "2"],
      ["d1", 1],
    ]);
  });

  it("takes the first row for data where it can't be the heads", () => {
    assert.deepEqual(
      shown(undefined, [
        ["d1", 1],
        ["d2", 2],
      ]),
      [asked, ["d1", 1], ["d2", 2]],
    );
    assert.deepEqual(shown([opens, day], [[1, "d1"]]), [asked, ["d1", 1]]);
    const texts = [
      ["d1", "1"],
      ["d2", "2"],
    ];
    assert.deepEqual(shown([day, opens], texts, { total_rows: 2 }), [asked, ...texts]);
    assert.deepEqual(shown([day, opens], texts, { total_rows: 1 }), [asked, texts[1]]);
  });

  it("takes rows that are objects, by names or IDs", () => {
    const rows = [asked, ["d1", 1], [undefined, 2]];
    assert.deepEqual(shown([day, opens], [{ Opens: 1, Day: "d1" }, { Opens: 2 }]), rows);
    assert.deepEqual(
      shown(undefined, [{ days_day: "d1", days_opens: 1 }, { days_opens: 2 }]),
      rows,
    );
    assert.deepEqual(shown([day, opens], [{ days_opens: 1, days_day: "d1", more: [1] }]), [
      [...asked, "more"],
      ["d1", 1, "[1]"],
    ]);
    assert.deepEqual(shown([{ ...day, field_name: "constructor" }], [{ x: 1 }]), [
      ["days_day", "x"],
      [undefined, 1],
    ]);
  });

  it("takes no name for a member that a row hasn't", () => {
    assert.deepEqual(shown(undefined, [{ constructor: 1 }, { x: 2 }]), [
      ["constructor", "x"],
      [1, undefined],
      [undefined, 2],
    ]);
  });

  it("keeps numbers as they are spelled, and all that a cell may be", () => {
    const text =
      '{"data":[["Day","Opens"],[12345678901234567890,null],[true,{"a":[1]}],["x"],7,[1,2,3]]}';
    assert.deepEqual(tableOf(text).rows, [
      ["12345678901234567890", null, undefined],
      [true, '{"a":[1]}', undefined],
      ["x", undefined, undefined],
      [7, undefined, undefined],
      [1, 2, 3],
    ]);
  });

  it("has the columns that were asked for where no rows came", () => {
    assert.deepEqual(shown([opens, day], []), [asked]);
    assert.deepEqual(shown(undefined, null), [asked]);
  });

  it("takes as many rows as were asked for, and no more text than can be shown", () => {
    const table = tableOf(JSON.stringify({ data: [["Day"], ["1"], ["2"], ["3"]] }), 2);
    assert.deepEqual([table.rows.length, table.isFull], [2, true]);
    const large = "x".repeat(5_000_000);
    const data = [["Day"], ...Array.from({ length: 9 }, () => [large])];
    const cut = tableOf(JSON.stringify({ data }));
    assert.deepEqual([cut.rows.length, cut.isFull], [4, true]);
  });

  it("takes a million cells in a moment, however wide the rows are", () => {
    const wide = (count: number, width: number) =>
      JSON.stringify({
        data: Array.from({ length: count }, () => Array.from({ length: width }, () => "1")),
      });
    const before = process.cpuUsage();
    assert.equal(tableOf(wide(100_000, 10), 200_000).rows.length, 99_999);
    assert.equal(tableOf(wide(10, 100_000)).columns.length, 1000);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 6_000_000, String(user));
  });
});
