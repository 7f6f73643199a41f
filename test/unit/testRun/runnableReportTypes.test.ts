import assert from "node:assert/strict";
import * as fc from "fast-check";
import { runnableReportTypes } from "../../../src/features/testRun/runnableReportTypes";

describe("runnableReportTypes", () => {
  it("has the fields by their runtime IDs, with their place in the configuration", () => {
    const configuration = {
      reporting: {
        reportTypes: [
          { title: "Without an ID", fields: [{ id: "x" }] },
          {
            id: "days",
            title: "Days",
            config: { showDateRange: true },
            fields: [
              { id: "day", label: "Day", dataType: "string.time.date" },
              { label: "Without an ID" },
              { id: "opens" },
              { id: "day", label: "The same once more" },
            ],
          },
          { id: "lists" },
        ],
      },
    };
    assert.deepEqual(runnableReportTypes(configuration), [
      {
        id: "days",
        title: "Days",
        showsDateRange: true,
        fields: [
          {
            id: "days_day",
            label: "Day",
            dataType: "string.time.date",
            place: "/reporting/reportTypes/1/fields/0",
          },
          {
            id: "days_opens",
            label: "opens",
            dataType: "",
            place: "/reporting/reportTypes/1/fields/2",
          },
        ],
      },
      { id: "lists", title: "lists", showsDateRange: undefined, fields: [] },
    ]);
  });

  it("finds none in what isn't a configuration", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => assert.deepEqual(runnableReportTypes(value), [])),
    );
    const odd = {
      reporting: { reportTypes: [null, 7, { id: 7 }, { id: "" }, { id: "a", fields: {} }] },
    };
    assert.deepEqual(
      runnableReportTypes(odd).map(({ id, fields }) => [id, fields]),
      [["a", []]],
    );
  });
});
