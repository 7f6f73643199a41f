import assert from "node:assert/strict";
import { isRowsMessage } from "../../../src/features/rows/isRowsMessage";

describe("isRowsMessage", () => {
  it("takes each message of the view", () => {
    const messages = [
      { type: "ready" },
      { type: "command", command: "copyRows" },
      { type: "openField", column: 0 },
      { type: "openCell", row: 1, column: 2 },
      { type: "copyCell", row: 1, column: 2 },
      { type: "openRemark", remark: 0 },
      { type: "select", rows: [1, 2] },
      { type: "rows", request: 1, rows: [] },
    ];
    assert.deepEqual(
      messages.filter((message) => !isRowsMessage(message)),
      [],
    );
  });

  it("takes nothing else", () => {
    const others = [
      undefined,
      "ready",
      {},
      { type: "toString" },
      { type: "command", command: "deleteConnector" },
      { type: "openCell", row: -1, column: 0 },
      { type: "openCell", row: 1.5, column: 0 },
      { type: "openField" },
      { type: "select", rows: ["1"] },
      { type: "select", rows: "12" },
    ];
    assert.deepEqual(others.filter(isRowsMessage), []);
  });
});
