import assert from "node:assert/strict";
import * as fc from "fast-check";
import { pagePath } from "../../../src/features/testRun/pagePath";
import { runQuery } from "../../../src/features/testRun/query";
import { CancelledError } from "../../../src/platform/http/errors";
import { thrownBy } from "../support/api";
import { assertLinear, repeated } from "../support/linear";
import { InstantClock, useDataService } from "./dataService";

const query = { dsId: "T3S70", accounts: [], fields: ["days_day"], maxRows: 5 } as const;

describe("The pages of a run", () => {
  const { answer, api, account, asked, paths, origin } = useDataService();
  const run = (base = "", signal?: AbortSignal) =>
    runQuery(api(base), account(), query, { clock: new InstantClock(), signal });
  const page = (rows: readonly string[], next?: unknown) => ({
    meta: { status_code: "SUCCESS", schedule_id: "s1", paginate: { prev: null, next } },
    data: [["Day"], ...rows.map((row) => [row])],
  });
  const nextUrl = (offset: number, base = "") =>
    `${origin()}${base}/v2/query/data/json?json=${encodeURIComponent(`{"offset_start":${offset}}`)}`;

  it("are all fetched, each without its heads", async () => {
    answer(({ count }) =>
      count === 0
        ? page(["1", "2"], nextUrl(2))
        : count === 1
          ? page(["3"], nextUrl(3))
          : page(["4"]),
    );
    const { rows, cut, columns } = await run();
    assert.deepEqual(rows, [["1"], ["2"], ["3"], ["4"]]);
    assert.deepEqual([cut, columns.length], [undefined, 1]);
    assert.deepEqual(paths().slice(1), [
      'GET /v2/query/data/json?json={"offset_start":2}',
      'GET /v2/query/data/json?json={"offset_start":3}',
    ]);
  });

  it("end where enough rows came", async () => {
    answer(({ count }) => page(["1", "2", "3"], nextUrl(count)));
    const { rows, cut } = await run();
    assert.deepEqual([rows.length, cut, asked.length], [5, "full", 2]);
  });

  it("end where they lead in a circle, or have no rows", async () => {
    answer(() => page(["1"], nextUrl(1)));
    assert.equal((await run()).rows.length, 2);
    asked.length = 0;
    answer(({ count }) => page(count === 0 ? ["1"] : [], nextUrl(count)));
    assert.equal((await run()).rows.length, 1);
    assert.equal(asked.length, 2);
  });

  it("are fetched below the service's own path", async () => {
    answer(({ count }) => (count === 0 ? page(["1"], nextUrl(1, "/proxy")) : page(["2"])));
    assert.equal((await run("/proxy")).rows.length, 2);
    assert.match(asked[1]?.path ?? "", /^\/proxy\/v2\/query\/data\/json\?/);
    asked.length = 0;
    answer(({ count }) => (count === 0 ? page(["1"], nextUrl(1, "/other")) : page(["2"])));
    assert.deepEqual([(await run("/proxy")).cut, asked.length], ["otherAddress", 1]);
  });

  it("aren't fetched from anywhere else: the key would go there", async () => {
    for (const next of [
      "https://evil.example.com/v2/query/data/json?json={}",
      `${origin()}@evil.example.com/v2/query/data/json`,
      `${origin()}.evil.example.com/v2/query/data/json`,
      "//evil.example.com/v2/query/data/json",
      "javascript:alert(1)",
      `${origin()}/v1/teams/1/connector_builder/connectors`,
      `${origin()}/v2/query/data/json/../../../ds/logins`,
      `${origin()}/v2/query/%2e%2e/ds/logins`,
      "http://[",
      "x".repeat(100_000),
    ]) {
      asked.length = 0;
      answer(() => page(["1"], next));
      const { rows, cut } = await run();
      assert.deepEqual([rows.length, cut, asked.length], [1, "otherAddress", 1], next.slice(0, 80));
    }
  });

  it("that don't come leave those that came", async () => {
    for (const lost of [
      { status: 500, body: JSON.stringify({ error: { code: "X", message: "No." } }) },
      { status: 200, body: "<html></html>" },
      { meta: { status_code: "RUNNING", schedule_id: "s1" } },
    ]) {
      asked.length = 0;
      answer(({ count }) => (count === 0 ? page(["1"], nextUrl(1)) : lost));
      const { rows, cut } = await run();
      assert.deepEqual([rows, cut], [[["1"]], "lostPage"]);
    }
  });

  it("that are too large leave those that came", async () => {
    const body = " ".repeat(51_000_000);
    answer(({ count }) => (count === 0 ? page(["1"], nextUrl(1)) : { status: 200, body }));
    const { rows, cut } = await run();
    assert.deepEqual([rows, cut, asked.length], [[["1"]], "largePage", 2]);
  });

  it("are waited for no longer when the person cancels", async () => {
    const cancelled = new AbortController();
    answer(({ count }) => {
      if (count === 1) {
        cancelled.abort();
      }
      return page(["1"], nextUrl(count));
    });
    await thrownBy(run("", cancelled.signal), CancelledError);
  });
});

describe("pagePath", () => {
  const base = "https://api.supermetrics.com/base";

  it("is what follows the service's address", () => {
    for (const path of [
      "/v2/query/data/json?json=%7B%7D",
      "/query/results?json=x",
      "/enterprise/v2/query/data/json",
    ]) {
      assert.equal(pagePath(base + path, base), path);
      assert.equal(pagePath(`${base}${path}#part`, base), path);
      assert.equal(pagePath(`/base${path}`, base), path);
    }
  });

  it("isn't in an address that is longer than any", () => {
    assert.equal(pagePath(`${base}/query/results?json=${"x".repeat(8000)}`, base), undefined);
  });

  it("leads nowhere else, whatever the address is", () => {
    const part = fc.constantFrom(
      "https:",
      "//",
      "/",
      "..",
      "%2e%2e",
      "\\",
      "@",
      ":",
      "?",
      "#",
      "api.supermetrics.com",
      "base",
      "v2",
      "query",
      "data",
      "json",
      "results",
      "\t",
      " ",
      "evil",
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 16 }).map((parts) => parts.join("")),
        (address) => {
          const path = pagePath(address, base);
          if (path !== undefined) {
            const url = new URL(base + path);
            assert.deepEqual(
              [url.origin, url.username, url.hash],
              ["https://api.supermetrics.com", "", ""],
            );
            assert.match(
              url.pathname,
              /^\/base(\/enterprise)?(\/v2)?\/query\/(data\/json|results|status)$/,
            );
            assert.equal(new URL(address, base).origin, url.origin);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("takes linear time", () => {
    assertLinear((text) => pagePath(text, base), repeated("/../"));
  });
});
