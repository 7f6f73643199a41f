import assert from "node:assert/strict";
import * as fc from "fast-check";
import { checkCodes, checks } from "../../../../src/core/checks/codes";
import { findingsIn, type Levels, type PlacedFinding } from "../../../../src/core/checks/findings";
import { boilerplate } from "../../../sandbox/boilerplate";
import { cases, fine } from "./cases";

const none: Levels = {};

function find(text: string, levels = none): PlacedFinding[] {
  return findingsIn(text, levels) ?? assert.fail("It is not JSON.");
}

describe("checks of a configuration", () => {
  for (const [code, marked] of cases) {
    it(`${code} speaks up about ${marked}`, () => {
      const text = marked.replace(/[«»]/g, "");
      const found = find(text).filter((finding) => finding.code === code);
      assert.equal(found.length, 1);
      const { offset = 0, length = 0 } = found[0]?.place ?? {};
      const end = offset + length;
      assert.equal(
        `${text.slice(0, offset)}«${text.slice(offset, end)}»${text.slice(end)}`,
        marked,
      );
    });
  }

  for (const [code, text] of fine) {
    it(`${code} lets ${text} pass`, () => {
      assert.deepEqual(
        find(text).filter((finding) => finding.code === code),
        [],
      );
    });
  }

  it("have a case each", () => {
    const withSecrets = ["secretNotRegistered", "secretNotUsed"];
    const covered = new Set([...cases.map(([code]) => code), ...withSecrets]);
    assert.deepEqual([...covered].toSorted(), checkCodes.toSorted());
  });

  it("find nothing in what a new connector has", () => {
    assert.deepEqual(find(boilerplate), []);
  });

  it("weigh as the settings say, and are silent when switched off", () => {
    const text = '{"reporting":{"reportTypes":[]}}';
    assert.deepEqual(
      find(text).map(({ level }) => level),
      [checks.noReportTypes.level],
    );
    assert.deepEqual(
      find(text, { noReportTypes: "error" }).map(({ level }) => level),
      ["error"],
    );
    assert.deepEqual(find(text, { noReportTypes: "off" }), []);
  });

  it("say nothing of what is not JSON: the editor does", () => {
    assert.equal(findingsIn('{"a":', none), undefined);
    assert.equal(findingsIn("", none), undefined);
  });

  it("take any JSON, and mark places that are there", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        for (const { place } of find(text)) {
          assert.ok(place.offset >= 0 && place.offset + place.length <= text.length);
        }
      }),
    );
  });

  it("take what is nested deeper than the stack", () => {
    const depth = 4000;
    assert.equal(find(`${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`).length, 1);
  });

  it("name no more than a hundred things of one kind", () => {
    const items = Array.from({ length: 5000 }, () => ({ source: "jsonPath", value: "x" }));
    const found = find(JSON.stringify({ items })).filter(({ code }) => code === "jsonPathStart");
    assert.equal(found.length, 100);
  });

  it("are not kept from speaking up by many findings of another one", () => {
    const fields = Array.from({ length: 1200 }, (_, n) => ({ id: `f${n}`, dataType: "string" }));
    const relations = [{ reportTypeId: "nowhere" }];
    const types = [{ id: "days", fields, decoration: { relations } }];
    const text = JSON.stringify({ reporting: { reportTypes: types } });
    for (const levels of [{}, { dataTypeParts: "off" }] satisfies Levels[]) {
      const errors = find(text, levels).filter(({ level }) => level === "error");
      assert.deepEqual(
        errors.map(({ code }) => code),
        ["unknownReportType"],
      );
    }
  });
});

describe("fixes", () => {
  it("offer an ID that is free", () => {
    const fields = [{ id: "a" }, { id: "a_2" }, { id: "a" }];
    const text = JSON.stringify({ reporting: { reportTypes: [{ id: "r", fields }] } });
    const [finding] = find(text);
    assert.deepEqual(
      finding?.fixes?.map(({ json }) => json),
      ['"a_3"'],
    );
  });

  it("offer the IDs that could be meant", () => {
    const types = [
      { id: "a", fields: [{}], decoration: { relations: [{ reportTypeId: "x" }] } },
      { id: "b", fields: [{}] },
    ];
    const [finding] = find(JSON.stringify({ reporting: { reportTypes: types } }));
    assert.deepEqual(
      finding?.fixes?.map(({ json }) => json),
      ['"b"'],
    );
  });

  it("name the secret to make of a credential, without its scheme", () => {
    const headers = [{ name: "Authorization", value: "Bearer abc.def" }];
    const finding = find(JSON.stringify({ headers })).find(
      ({ code }) => code === "credentialWrittenOut",
    );
    assert.deepEqual(finding?.secret, { name: "authorization", value: "abc.def" });
  });
});

describe("secrets that are declared and registered", () => {
  const shop = { secrets: [{ name: "shop_key", placeholder: "sec_1" }], total: 1 };
  const codes = (configuration: object, registered = shop) =>
    (findingsIn(JSON.stringify(configuration), none, registered) ?? [])
      .map(({ code }) => code)
      .filter((code) => code.startsWith("secret"));

  it("are the same by name, by placeholder, or by a value that is one of them", () => {
    for (const item of [{ id: "shop_key" }, { id: "sec_1" }, { id: "x", value: "sec_1" }]) {
      assert.deepEqual(codes({ secrets: { items: [{ ...item, source: "encrypted" }] } }), []);
    }
  });

  it("differ where one is not registered, or one is not named anywhere", () => {
    assert.deepEqual(codes({ secrets: { items: [{ id: "other", source: "encrypted" }] } }), [
      "secretNotRegistered",
      "secretNotUsed",
    ]);
    assert.deepEqual(codes({}), ["secretNotUsed"]);
  });

  it("are asked for only where the service keeps them", () => {
    const items = [
      { id: "a", source: "userInput", value: "k" },
      { id: "b", source: "static", value: "shop_key" },
    ];
    assert.deepEqual(codes({ secrets: { items } }), []);
  });

  it("may be registered where the list is cut", () => {
    const items = [{ id: "other", source: "encrypted" }];
    assert.deepEqual(codes({ secrets: { items } }, { ...shop, total: 101 }), ["secretNotUsed"]);
  });

  it("are used where a name stands in another one, overlaps another, or needs escapes", () => {
    const names = ["a", "ab", "abc", "bcd", 'q"(x', "$^", "d"];
    const secrets = names.map((name, index) => ({ name, placeholder: `sec_${index}` }));
    const registered = { secrets: [...secrets, { name: "bd", placeholder: "(.)*" }], total: 8 };
    assert.deepEqual(codes({ x: "abcd", y: 'q"(x$^' }, registered), ["secretNotUsed"]);
    assert.deepEqual(
      codes({ x: "sec_0 sec_1 sec_2 sec_3 sec_4 sec_5 sec_6 (.)*" }, registered),
      [],
    );
  });

  it("are looked up in one pass, however many there are", () => {
    const configuration = { rows: Array.from({ length: 100_000 }, (_, i) => `a text, the ${i}th`) };
    const secrets = Array.from({ length: 100 }, (_, i) => ({
      name: `a text, of ${i}`,
      placeholder: `sec_${i}`,
    }));
    const text = JSON.stringify(configuration);
    const timeOf = (registered: { secrets: typeof secrets; total: number }) => {
      const started = performance.now();
      findingsIn(text, none, registered);
      return performance.now() - started;
    };
    timeOf({ secrets: [], total: 0 });
    const without = timeOf({ secrets: [], total: 0 });
    const withAll = timeOf({ secrets, total: 100 });
    assert.ok(withAll < without * 2 + 150, `${withAll} ms, and ${without} ms without`);
  });

  it("are not compared while the list is not known", () => {
    const text = '{"secrets":{"items":[{"id":"x","source":"encrypted"}]}}';
    assert.ok(!find(text).some(({ code }) => code === "secretNotRegistered"));
  });
});
