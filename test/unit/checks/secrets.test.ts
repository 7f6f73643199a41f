import assert from "node:assert/strict";
import { checkText, type Levels } from "../../../src/features/checks/checkText";

const none: Levels = {};

describe("secrets that are declared and registered", () => {
  const shop = { secrets: [{ name: "shop_key", placeholder: "sec_1" }], total: 1 };
  const codes = (configuration: object, registered = shop) =>
    (checkText(JSON.stringify(configuration), none, { secrets: registered }) ?? [])
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
      checkText(text, none, { secrets: registered });
      return performance.now() - started;
    };
    timeOf({ secrets: [], total: 0 });
    const without = timeOf({ secrets: [], total: 0 });
    const withAll = timeOf({ secrets, total: 100 });
    assert.ok(withAll < without * 2 + 150, `${withAll} ms, and ${without} ms without`);
  });

  it("are not compared while the list is not known", () => {
    const text = '{"secrets":{"items":[{"id":"x","source":"encrypted"}]}}';
    const found = checkText(text, none) ?? assert.fail("It is not JSON.");
    assert.ok(!found.some(({ code }) => code === "secretNotRegistered"));
  });
});
