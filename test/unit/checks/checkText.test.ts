import assert from "node:assert/strict";
import * as fc from "fast-check";
import { checkCodes, checkDefinitions } from "../../../src/features/checks/checkDefinitions";
import { checkText, type Levels, type PlacedFinding } from "../../../src/features/checks/checkText";
import { boilerplate } from "../../sandbox/boilerplate";
import { cases, fine } from "./cases";

const none: Levels = {};

function find(text: string, levels = none): PlacedFinding[] {
  return checkText(text, levels) ?? assert.fail("It is not JSON.");
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

  it("tell all fields whose runtime ID a field of another report type has, whatever their IDs", () => {
    const id = fc.constantFrom("a", "b", "a_b", "a_b_a", "b_a", "ab", "a_");
    const type = fc.record({ id, fields: fc.array(fc.record({ id }), { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(type, { maxLength: 6 }), (reportTypes) => {
        const known = new Map<string, string>();
        let count = 0;
        for (const { id: typeId, fields } of reportTypes) {
          for (const field of fields) {
            const runtimeId = `${typeId}_${field.id}`;
            count += Number((known.get(runtimeId) ?? typeId) !== typeId);
            known.set(runtimeId, known.get(runtimeId) ?? typeId);
          }
        }
        const found = find(JSON.stringify({ reporting: { reportTypes } }));
        const collisions = found.filter(({ code }) => code === "runtimeIdCollision");
        assert.equal(collisions.length, count);
      }),
      { numRuns: 300 },
    );
  });

  it("have a case each", () => {
    const withSecrets = ["secretNotRegistered", "secretNotUsed", "unknownSecretReference"];
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
      [checkDefinitions.noReportTypes.level],
    );
    assert.deepEqual(
      find(text, { noReportTypes: "error" }).map(({ level }) => level),
      ["error"],
    );
    assert.deepEqual(find(text, { noReportTypes: "off" }), []);
  });

  it("say nothing of what is not JSON: the editor does", () => {
    assert.equal(checkText('{"a":', none), undefined);
    assert.equal(checkText("", none), undefined);
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

  it("take any JSON with the words of a configuration", () => {
    const words = fc.constantFrom(
      ..."reporting reportTypes id fields dataType request body url value source config type dataAdapters items".split(
        " ",
      ),
      ..."authentication userInputs secrets signers decoration relations reportTypeId accounts headers name".split(
        " ",
      ),
    );
    const texts = fc.constantFrom(
      ..."user_input jsonPath userInput static secret time_series append_key a a_a {{ }} {{}} {{a} $.a http://x".split(
        " ",
      ),
      '\\ " {{user.id} \u2028',
      "{{signer.signature}}",
    );
    const leaf = fc.oneof(texts, fc.constant(null), fc.integer(), fc.boolean());
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 7, withCrossShrink: true },
        leaf,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(words, tie("tree"), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(words, tree, { maxKeys: 8 }), (configuration) => {
        const text = JSON.stringify(configuration);
        for (const { place, fixes = [] } of find(text)) {
          assert.ok(
            place.offset >= 0 && place.length > 0 && place.offset + place.length <= text.length,
          );
          fixes.forEach(({ json }) => assert.ok(JSON.parse(json) !== undefined));
        }
      }),
      { numRuns: 1000 },
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
    const keys = find(`{${'"a":1,'.repeat(5000)}"a":1}`);
    assert.equal(keys.filter(({ code }) => code === "repeatedKey").length, 100);
  });

  it("are not kept from speaking up by many findings of another one", () => {
    const fields = Array.from({ length: 1200 }, (_, n) => ({
      id: `f${n}`,
      dataType: "string.text",
    }));
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

describe("what the documentation does not settle", () => {
  it("is never an error", () => {
    for (const code of [
      "credentialWrittenOut",
      "dataTypeParts",
      "dateWrittenOut",
      "insecureUrl",
      "joinToItself",
      "noAccounts",
      "noDataSourceUser",
      "noFields",
      "noPaging",
      "unknownAdapter",
      "unknownPlaceholder",
      "unusedUserInput",
      "weakRsa",
    ] as const) {
      const levels = cases
        .filter(([of]) => of === code)
        .flatMap(([, marked]) => find(marked.replace(/[«»]/g, "")))
        .filter((finding) => finding.code === code)
        .map(({ level }) => level);
      assert.ok(levels.length > 0, code);
      assert.ok(!levels.includes("error"), code);
    }
  });
});

describe("what the documentation leaves open", () => {
  const levelsOf = (text: string) =>
    find(text).flatMap(({ code, level }) => (code === "placeholderBraces" ? level : []));

  it("is no error: braces where nothing is said to replace a placeholder", () => {
    assert.deepEqual(levelsOf('{"settings":[{"hint":"a {{ b"}]}'), ["warning"]);
    assert.deepEqual(levelsOf('{"url":"a {{ b"}'), ["error"]);
    assert.deepEqual(levelsOf('{"request":{"body":"a {{ b"}}'), ["error"]);
    assert.deepEqual(levelsOf('{"signers":[{"template":"a {{ b"}]}'), ["error"]);
  });

  it("is no error: all that the documentation shows, in one configuration", () => {
    const retry = { maxRetries: 10, minWait: 2, maxWait: 60, delayType: "exp" };
    const request = { url: "https://x/{{ query.start_date.date }}", body: { source: "jsonPath" } };
    const rows = { source: "xPath", value: "//row" };
    const adapters = [
      { type: "extract_fields_by_path" },
      { type: "aggregate_values", config: { fields: ["a"] } },
      { type: "union_nested_arrays_with_key", config: { mode: "x" } },
    ];
    const response = { dataRows: rows, dataAdapters: { items: adapters } };
    const reportTypes = ["one", "two"].map((id) => ({
      id,
      config: { showDateRange: true, retry },
      request: { ...request, response, retry },
      fields: [{ id: "a", dataType: "bool", value: { source: "jsonPath", value: "$['a.b']" } }],
      retry,
    }));
    const text = JSON.stringify({
      retry,
      accounts: { fetchers: [{ request }], filter: [{ value: rows, anything: "x" }] },
      reporting: { reportTypes },
      defaultResponseHandler: { retry, responseStatuses: [{ httpStatus: 429, retry }] },
    });
    assert.deepEqual(find(text), []);
  });
});

describe("the schema that the service delivers", () => {
  const judged = (adapter: object, ...words: string[]) => {
    const reportTypes = [
      { id: "r", fields: [{}], request: { dataAdapters: { items: [adapter] } } },
    ];
    const text = JSON.stringify({ reporting: { reportTypes } });
    const known = { schemaVocabulary: new Set(words) };
    return (checkText(text, none, known) ?? []).map(({ code, level }) => `${code}: ${level}`);
  };

  it("may know data adapters that are not documented", () => {
    assert.deepEqual(judged({ type: "turn" }, "flip"), ["unknownAdapter: information"]);
    assert.deepEqual(judged({ type: "turn" }, "flip", "turn"), []);
  });

  it("decides what an adapter needs where it knows it", () => {
    const adapter = { type: "append_key", config: { keyName: "k" } };
    assert.deepEqual(judged(adapter, "turn"), ["adapterProperty: error"]);
    assert.deepEqual(judged(adapter, "append_key"), ["adapterProperty: warning"]);
  });
});
