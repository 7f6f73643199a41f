import assert from "node:assert/strict";
import * as fc from "fast-check";
import { exportRows, type ExportFormat } from "../../../src/features/rows/exportRows";
import type { Cell } from "../../../src/features/rows/runResult";
import { assertLinear, repeated } from "../support/linear";

function exported(
  format: ExportFormat,
  rows: readonly (readonly Cell[])[],
  labels = ["A", "B"],
): string {
  const columns = labels.map((label, index) => ({ id: `${label}${index}`, label, dataType: "" }));
  return exportRows(format, { columns, rows, indexes: rows.keys() });
}

/** As RFC 4180 says it is read. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end !== ",") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe("Rows as CSV", () => {
  it("have CRLF, a line of labels, and quotes where they are needed", () => {
    assert.equal(
      exported("csv", [
        ["x", 1],
        ['a "b", c', "two\nlines"],
      ]),
      'A,B\r\nx,1\r\n"a ""b"", c","two\nlines"\r\n',
    );
  });

  it("run nothing in a spreadsheet, and leave numbers alone", () => {
    const cells = ["=1+1", "+cmd", "-2", "-x", "@SUM", "\t=1", "  =1", "＝1", -2.5, "+358 40"];
    const [, ...lines] = readCsv(
      exported(
        "csv",
        cells.map((cell) => [cell]),
        ["A"],
      ),
    );
    assert.deepEqual(
      lines.map(([cell]) => cell),
      ["'=1+1", "'+cmd", "-2", "'-x", "'@SUM", "'\t=1", "'  =1", "'＝1", "-2.5", "'+358 40"],
    );
  });

  it("protect labels as they do cells, and tell equal labels apart", () => {
    assert.equal(exported("csv", [], ["=A", "B", "B"]), "'=A,B (B1),B (B2)\r\n");
  });

  it("read back as what they were", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", '"', ",", "\r", "\n", "\r\n", ";", " ", "é"),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (rows) => {
        const [, ...lines] = readCsv(exported("csv", rows));
        const plain = lines.map((line) => line.map((cell) => cell.replace(/^'(?=[\r\n])/, "")));
        assert.deepEqual(
          plain,
          rows.map((row) => [...row]),
        );
      }),
    );
  });
});

describe("Rows as JSON", () => {
  it("are objects by ID, without what was not found", () => {
    const text = exported("json", [
      ["x", undefined],
      [null, "12345678901234567890"],
    ]);
    assert.deepEqual(JSON.parse(text), [{ A0: "x" }, { A0: null, B1: "12345678901234567890" }]);
  });

  it("parse, whatever is in them", () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.constantFrom<Cell>(null, undefined, true));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), fc.string(), (rows, label) => {
        assert.equal(JSON.parse(exported("json", rows, [label, "__proto__"])).length, rows.length);
      }),
    );
  });

  it("keep columns apart whose IDs are equal", () => {
    const columns = ["a", "a", "a 2"].map((id) => ({ id, label: "", dataType: "" }));
    const text = exportRows("json", { columns, rows: [[1, 2, 3]], indexes: [0] });
    assert.equal(text, '[\n  { "a": 1, "a 2": 2, "a 2 2": 3 }\n]\n');
  });
});

describe("Rows as Markdown", () => {
  it("are a table with numbers on the right", () => {
    assert.equal(exported("markdown", [["x", 1]]), "| A | B |\n| --- | ---: |\n| x | 1 |\n");
  });

  it("have no markup, and no cell that ends early", () => {
    const text = exported("markdown", [["a|b\n[x](http://y) <b>*c*", "\\|"]]);
    assert.equal(
      text.split("\n")[2],
      "| a\\|b<br>\\[x\\]\\(http://y\\) &lt;b&gt;\\*c\\* | \\\\\\| |",
    );
  });
});

describe("An export", () => {
  it("has the rows that are asked for, in that order", () => {
    const columns = [{ id: "a", label: "A", dataType: "" }];
    assert.equal(
      exportRows("csv", { columns, rows: [[1], [2], [3]], indexes: [2, 0] }),
      "A\r\n3\r\n1\r\n",
    );
  });

  it("takes time in proportion to its texts", () => {
    for (const format of ["csv", "json", "markdown"] as const) {
      assertLinear((text) => exported(format, [[text, text]]), repeated(' "|\n='));
      assertLinear((text) => exported(format, [[text, text]]), repeated(" "));
    }
  });
});
