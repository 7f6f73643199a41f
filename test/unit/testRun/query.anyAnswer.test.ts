import assert from "node:assert/strict";
import * as fc from "fast-check";
import { QueryFailedError, runQuery } from "../../../src/features/testRun/query";
import { queryAnswer } from "../../../src/features/testRun/queryAnswer";
import { ContractError } from "../../../src/platform/http/errors";
import { InstantClock } from "./dataService";

const query = { dsId: "T3S70", accounts: [], fields: ["days_day", "days_opens"], maxRows: 5 };
const account = { origin: "https://api.supermetrics.com", teamId: "1" };

const json = fc.jsonValue({ maxDepth: 2 });
const partly = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] });

const field = partly({
  id: fc.constantFrom("days_day", "days_opens", "x", 7),
  field_id: fc.constantFrom("days_day", "own", null),
  field_name: fc.constantFrom("Day", "Opens", "constructor", "__proto__", 1),
  data_column: fc.constantFrom(0, 1, 2, -1, 0.5, "0", 1e9),
  visible: fc.constantFrom(true, false, null),
});

const row = fc.oneof(
  fc.array(fc.oneof(fc.constantFrom("Day", "Opens", "days_day"), json), { maxLength: 4 }),
  fc.dictionary(fc.constantFrom("Day", "days_opens", "constructor", "__proto__", "x"), json),
  json,
);

const shaped = partly({
  meta: fc.oneof(
    partly({
      status_code: fc.constantFrom("SUCCESS", "RUNNING", "FAILURE", 7, null),
      schedule_id: fc.constantFrom("s1", 12, ""),
      query: fc.oneof(partly({ fields: fc.array(fc.oneof(field, json), { maxLength: 4 }) }), json),
      result: fc.oneof(partly({ total_rows: fc.oneof(fc.nat(4), json), cache_used: json }), json),
      paginate: fc.oneof(partly({ next: fc.constantFrom("a", "b", "c", "d", 1) }), json),
    }),
    json,
  ),
  data: fc.oneof(fc.array(row, { maxLength: 8 }), json),
  error: json,
});

describe("runQuery, whatever is answered,", () => {
  it("ends with rows or with an error that has words", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 9, arbitrary: shaped }, json), { minLength: 1, maxLength: 4 }),
        async (bodies) => {
          let count = 0;
          const next = async () =>
            queryAnswer(JSON.stringify(bodies[count++ % bodies.length] ?? null));
          const api = { query: next, page: next };
          const clock = new InstantClock();
          try {
            const { rows, columns } = await runQuery(api, account, query, { clock });
            assert.ok(rows.length <= query.maxRows);
            assert.ok(rows.every(({ length }) => length === columns.length));
            assert.ok(rows.flat().every((cell) => typeof cell !== "object" || cell === null));
          } catch (error) {
            assert.ok(
              error instanceof QueryFailedError || error instanceof ContractError,
              String(error),
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});
