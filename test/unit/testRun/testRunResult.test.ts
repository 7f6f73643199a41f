import assert from "node:assert/strict";
import { testRunKey } from "../../../src/features/testRun/testRunKey";
import type { QueryRows } from "../../../src/features/testRun/query";
import { testRunResult, type TestRun } from "../../../src/features/testRun/testRunResult";

describe("testRunResult", () => {
  const ref = { origin: "https://api.supermetrics.com", teamId: "1", identifier: "T3S70" };
  const field = (id: string, label: string, dataType: string, index: number) => ({
    id,
    label,
    dataType,
    place: `/reporting/reportTypes/0/fields/${index}`,
  });
  const reportType = {
    id: "days",
    title: "Days",
    fields: [
      field("days_day", "Day", "string.time.date", 0),
      field("days_opens", "Opens", "int.number.value", 1),
      field("days_rate", "Rate", "", 2),
    ],
  };
  const columns = [
    { id: "days_day", name: "day" },
    { id: "Opens", name: "Opens", dataType: "string" },
    { id: "days_rate", name: "Rate", dataType: "float.number.ratio" },
    { id: "Extra", name: "Extra" },
  ];
  const resultOf = (given: Partial<QueryRows> = {}, run: Partial<TestRun> = {}) =>
    testRunResult({
      ref,
      reportType,
      query: {
        dsId: "T3S70",
        accounts: [],
        fields: ["days_day", "days_opens", "days_rate"],
        maxRows: 10,
      },
      rows: { columns, rows: [["1", "2", "0.5", "x"]], isCacheUsed: false, ...given },
      startedAt: 5,
      milliseconds: 7,
      ...run,
    });
  const remarks = (given: Partial<QueryRows>, run: Partial<TestRun> = {}) =>
    resultOf(given, run).remarks.map(({ text }) => text);
  const rowsOf = (count: number) => Array.from({ length: count }, () => ["1", "2", "0.5", "x"]);

  it("has the labels, data types and places of the configuration's fields", () => {
    const { columns: shown, rows, ...others } = resultOf({}, { document: "file:///a.json" });
    assert.deepEqual(shown, [
      {
        id: "days_day",
        label: "Day",
        dataType: "string.time.date",
        place: "/reporting/reportTypes/0/fields/0",
      },
      {
        id: "days_opens",
        label: "Opens",
        dataType: "int.number.value",
        place: "/reporting/reportTypes/0/fields/1",
      },
      {
        id: "days_rate",
        label: "Rate",
        dataType: "float.number.ratio",
        place: "/reporting/reportTypes/0/fields/2",
      },
      { id: "Extra", label: "Extra", dataType: "" },
    ]);
    assert.deepEqual(rows, [["1", 2, 0.5, "x"]]);
    assert.deepEqual(others, {
      kind: "testRun",
      key: testRunKey(ref, "days"),
      title: "Test run of Days",
      startedAt: 5,
      milliseconds: 7,
      remarks: [],
      document: "file:///a.json",
    });
  });

  it("makes numbers of texts by their data type, where no digit is lost", () => {
    const cells = [
      "12",
      "-1.5",
      "1e3",
      "12345678901234567890",
      "0.12345678901234567",
      "1,5",
      "",
      null,
      "NaN",
      true,
      7,
    ];
    const { rows } = resultOf({ rows: cells.map((cell) => ["12", cell, "x", "3"]) });
    assert.deepEqual(
      rows.map((row) => row[1]),
      [
        12,
        -1.5,
        1000,
        "12345678901234567890",
        "0.12345678901234567",
        "1,5",
        "",
        null,
        "NaN",
        true,
        7,
      ],
    );
    assert.deepEqual([rows[0]?.[0], rows[0]?.[3]], ["12", "3"]);
  });

  it("doesn't guess a field from a label that several have", () => {
    const twice = {
      ...reportType,
      fields: [field("a", "Opens", "", 0), field("b", "Opens", "", 1)],
    };
    const { columns: shown } = resultOf({}, { reportType: twice });
    assert.deepEqual(shown[1], { id: "Opens", label: "Opens", dataType: "string" });
  });

  it("says what one should know of the rows", () => {
    assert.deepEqual(remarks({ isCacheUsed: true }), [
      "Supermetrics took the rows from its cache: they may be old.",
    ]);
    assert.deepEqual(remarks({ rows: rowsOf(10), cut: "full" }), [
      "The run stops at 10 rows, as you chose. There may be more.",
    ]);
    assert.deepEqual(remarks({ rows: rowsOf(9), cut: "full" }), [
      "Only the first 9 rows are shown: the others are too large.",
    ]);
    assert.deepEqual(remarks({ cut: "otherAddress" }), [
      "The next page of rows isn't at the API's address, so it wasn't fetched.",
    ]);
    assert.deepEqual(remarks({ cut: "largePage" }), [
      "The next page of rows is larger than 50 MB, so it wasn't read.",
    ]);
    assert.deepEqual(remarks({ cut: "lostPage" }), ["The next page of rows couldn't be fetched."]);
    assert.deepEqual(remarks({ total: 3 }), ["1 of 3 rows arrived."]);
    assert.deepEqual(remarks({ total: 1 }), []);
    assert.deepEqual(remarks({ rows: rowsOf(100) }), [
      "100 rows is a common page size: paging might stop after the first page.",
    ]);
    assert.deepEqual(remarks({ rows: [] }), [
      "The run returned no rows. Try other dates or accounts.",
    ]);
  });

  it("names the fields that didn't come, and those that are empty everywhere", () => {
    const { remarks: said } = resultOf({
      columns: columns.slice(0, 2),
      rows: [
        ["d1", null],
        ["d2", ""],
      ],
    });
    assert.deepEqual(said, [
      { text: 'No column was returned for "Rate".', place: "/reporting/reportTypes/0/fields/2" },
      {
        text: '"Opens" is empty in all rows: its path may be wrong.',
        place: "/reporting/reportTypes/0/fields/1",
      },
    ]);
  });

  it("says that only so many fields can be asked for", () => {
    const fields = Array.from({ length: 120 }, (_, n) => `f${n}`);
    const all = fields.map((id) => ({ id, name: id }));
    const query = { dsId: "T3S70", accounts: [], fields, maxRows: 10 };
    const [said, ...others] = remarks({ columns: all, rows: [] }, { query }).slice(1);
    assert.deepEqual([said, others], ["Only the first 100 of 120 fields were queried.", []]);
    assert.equal(remarks({ columns: [], rows: [] }, { query }).length, 22);
  });

  it("shows foreign texts in one line, and short", () => {
    const odd = { ...reportType, title: `a\n[b](command:c)${"d".repeat(500)}` };
    const { title } = resultOf({}, { reportType: odd });
    assert.ok(title.length < 130 && !title.includes("\n") && !title.includes("]("), title);
  });
});
