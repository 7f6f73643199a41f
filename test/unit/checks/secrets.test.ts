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

  it("are used where a reference has their placeholder, or they are declared", () => {
    const secrets = ["a", "ab", "x.y"].map((name) => ({ name, placeholder: `sec_${name}` }));
    const registered = { secrets, total: 3 };
    assert.deepEqual(codes({ x: "a ab x.y" }, registered), [
      "secretNotUsed",
      "secretNotUsed",
      "secretNotUsed",
    ]);
    const x = "{{ secrets.sec_a }}{{secrets.sec_x.y}}";
    assert.deepEqual(codes({ x }, registered), ["secretNotUsed"]);
    const items = [{ id: "ab", source: "encrypted" }];
    assert.deepEqual(codes({ x, secrets: { items } }, registered), []);
  });

  it("are looked up in one pass, however many there are", () => {
    const configuration = { rows: Array.from({ length: 100_000 }, (_, i) => `a text, the ${i}th`) };
    const secrets = Array.from({ length: 100 }, (_, i) => ({
      name: `a text, of ${i}`,
      placeholder: `sec_${i}`,
    }));
    const text = JSON.stringify(configuration);
    const timeOf = (registered: { secrets: typeof secrets; total: number }) => {
      const before = process.cpuUsage(); // this process alone: the machine may do other things
      checkText(text, none, { secrets: registered });
      return process.cpuUsage(before).user / 1000;
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

describe("references to secrets", () => {
  const secrets = [
    { name: "shop_key", placeholder: "sec_1" },
    { name: "other", placeholder: "sec_12" },
  ];
  const registered = { secrets, total: 2 };
  const found = (configuration: object, known: typeof registered | undefined = registered) =>
    (checkText(JSON.stringify(configuration), none, { secrets: known }) ?? []).filter(
      ({ code }) => code === "unknownSecretReference" || code === "bareSecretPlaceholder",
    );
  const fixesOf = (configuration: object) =>
    found(configuration).flatMap(({ fixes = [] }) => fixes.map(({ json }) => json));

  it("are right with a placeholder that is registered, or an ID that is declared", () => {
    const items = [{ id: "region", source: "static", classification: "public", value: "eu" }];
    const x = "{{ secrets.sec_1 }}/{{secrets.sec_12}}/{{ secrets.region }}";
    assert.deepEqual(found({ x, secrets: { items } }), []);
  });

  it("lead nowhere without one: another can be used, or one be registered", () => {
    const x = "Bearer {{ secrets.shop }}";
    const [finding, ...rest] = found({ x });
    assert.equal(finding?.code, "unknownSecretReference");
    assert.deepEqual(rest, []);
    assert.deepEqual(finding?.secret, { name: "shop" });
    assert.deepEqual(fixesOf({ x }), [
      '"Bearer {{ secrets.sec_1 }}"',
      '"Bearer {{ secrets.sec_12 }}"',
    ]);
    assert.deepEqual(found({ x: "{{ secrets.sec_a23f23d26 }}" })[0]?.secret, { name: "" });
  });

  it("have the placeholder where somebody wrote the name", () => {
    assert.deepEqual(fixesOf({ x: "{{secrets.shop_key}} {{ secrets.sec_12 }}" }), [
      '"{{ secrets.sec_1 }} {{ secrets.sec_12 }}"',
    ]);
  });

  it("say nothing while the list is not known, or is cut", () => {
    const x = "{{ secrets.shop }}";
    assert.deepEqual(
      checkText(JSON.stringify({ x }), none)?.map(({ code }) => code),
      ["noReportTypes"],
    );
    assert.deepEqual(found({ x }, { secrets, total: 101 }), []);
  });

  for (const [text, mended] of [
    ["sec_1", "{{ secrets.sec_1 }}"],
    ["Bearer sec_12", "Bearer {{ secrets.sec_12 }}"],
    ["a={{ sec_1 }}&b=sec_12", "a={{ secrets.sec_1 }}&b={{ secrets.sec_12 }}"],
    ["{{sec_1}}", "{{ secrets.sec_1 }}"],
    ["{{ secrets.sec_1 }}:sec_12", "{{ secrets.sec_1 }}:{{ secrets.sec_12 }}"],
    ['{"key":"sec_1"}', '{"key":"{{ secrets.sec_1 }}"}'],
  ] as const) {
    it(`are put where a placeholder stands alone: ${text}`, () => {
      assert.deepEqual(fixesOf({ value: text }), [JSON.stringify(mended)]);
    });
  }

  it("are not asked of a placeholder within another word", () => {
    assert.deepEqual(found({ x: "sec_123 xsec_1 sec_1_" }), []);
  });
});
