import assert from "node:assert/strict";
import * as fc from "fast-check";
import { requiredOfAdapters } from "../../../src/features/checks/rules/adapters";
import { checkText } from "../../../src/features/checks/checkText";
import { collectIds } from "../../../src/features/language/collectIds";
import { valueCompletions } from "../../../src/features/language/valueCompletions";
import { configurationWithIds } from "../support/configurationWithIds";
import { jsonText } from "../support/jsonTexts";
import { assertLinear, between, list, repeated } from "../support/linear";

/** The cursor stands at the `|`. */
function at(marked: string, known?: ReadonlySet<string>) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const offered = valueCompletions(text, offset, () => collectIds(text), known);
  const accept = (value: string) => {
    const chosen = offered.find((one) => one.value === value);
    assert.ok(chosen, `${value} at ${marked}`);
    const { offset: start, length } = chosen.replaced;
    return text.slice(0, start) + chosen.text + text.slice(start + length);
  };
  return { values: offered.map(({ value }) => value), offered, accept };
}

const inType = (inner: string) => `{"reporting":{"reportTypes":[{${inner}}]}}`;
const inRequest = (inner: string) => inType(`"request":{${inner}}`);

describe("Values are offered", () => {
  for (const [place, values] of [
    [inRequest('"method":"|"'), ["GET", "POST", "PUT", "DELETE"]],
    [inRequest('"method": |'), ["GET", "POST", "PUT", "DELETE"]],
    [inRequest('"method":G|,"url":""'), ["GET", "POST", "PUT", "DELETE"]],
    [inRequest('"type":"|"'), ["sync", "async"]],
    [inRequest('"response":{"type":"|"}'), ["JSON"]],
    ['{"secrets":{"items":[{"classification":"|"}]}}', ["secret", "pii", "public"]],
    ['{"secrets":{"items":[{"source":"|"}]}}', ["userInput", "encrypted", "static"]],
    ['{"a":{"source":"|"}}', ["jsonPath", "static", "userInput"]],
    ['{"authentication":{"userInputs":[{"id":"a"},{"type":"|"}]}}', ["text", "password"]],
    ['{"defaultResponseHandler":{"retry":{"delayType":"|"}}}', ["exp"]],
    ['{"defaultResponseHandler":{"responseStatuses":[{"action":"|"}]}}', ["error"]],
    [inType('"decoration":{"relations":[{"type":"|"}]}'), ["normal", "inverse"]],
    ['{"dataAdapters":{"items":[{"config":{"dataType":"|"}}]}}', ["object", "array_of_objects"]],
    [
      '{"dataAdapters":{"items":[{"config":{"granularity":{"source":"static","value":"|"}}}]}}',
      ["DAY"],
    ],
    [
      '{"reporting":{"reportTypes":[{"id":"a"},{"decoration":{"relations":[{"reportTypeId":"|',
      ["a"],
    ],
    [
      '{"authentication":{"userInputs":[{"id":"a"}]},"b":{"source":"userInput","value":"|"}}',
      ["a"],
    ],
    [
      '{"authentication":{"userInputs":[{"id":"a"}]},"b":{"value":"|","source":"userInput"}}',
      ["a"],
    ],
  ] as const) {
    it(`at ${place}`, () => assert.deepEqual(at(place).values, values));
  }

  for (const place of [
    inRequest('"|":"GET"'),
    inRequest('"url":"|"'),
    inRequest('"body":{"method":"|","source":"|"}'),
    inRequest('"body":{"a":{"source":"|"}}'),
    '{"info":{"source":"|"}}',
    '{"authentication":{"oauth2":{"type":"|"}}}',
    '{"a":{"source":"static","value":"|"}}',
    '{"a":{"dataType":"|"}}',
    inRequest('"method":"GET"|'),
    inRequest('"method":|"GET"'),
    inRequest('|"method":"GET"'),
    "|",
    '{"method":["|"]}',
  ]) {
    it(`not at ${place}`, () => assert.deepEqual(at(place).values, []));
  }

  it("for data types, with one part too, each with what it means and none against the checks", () => {
    const { offered, values } = at(inType('"fields":[{"dataType":"|"}]'));
    assert.ok(values.includes("bool") && values.includes("string.geo.country.twolettercode"));
    assert.equal(new Set(values).size, values.length);
    assert.ok(offered.every(({ means }) => means.length > 3));
    const fields = values.map((dataType, id) => ({ id: `f${id}`, dataType }));
    const text = JSON.stringify({ reporting: { reportTypes: [{ id: "a", fields }] } });
    assert.deepEqual(checkText(text, {}), []);
  });

  it("for data adapters: those that the checks know, and the one that is known by name only", () => {
    const { values } = at('{"dataAdapters":{"items":[{"type":"|"}]}}');
    const known = [...Object.keys(requiredOfAdapters), "union_nested_arrays_with_key"];
    assert.deepEqual(values.toSorted(), known.toSorted());
  });

  it("but those that the schema in use offers", () => {
    const known = new Set(["GET", "POST"]);
    assert.deepEqual(at(inRequest('"method":"|"'), known).values, ["PUT", "DELETE"]);
  });

  it("in the place of what was typed, with quotes once", () => {
    for (const typed of ["G|", '"|"', '"G|"', '"GE|T"', "|", '"|']) {
      const end = typed === '"|' ? "" : "}";
      const accepted = at(`{"request":{"method":${typed}${end}`).accept("GET");
      assert.equal(accepted, `{"request":{"method":"GET${typed === '"|' ? "" : '"'}${end}`);
    }
  });

  it("anywhere in any text without a throw", () => {
    fc.assert(
      fc.property(fc.oneof(jsonText, fc.string()), fc.nat(), (text, pick) => {
        valueCompletions(text, pick % (text.length + 1), () => collectIds(text));
      }),
    );
    const text = configurationWithIds;
    for (let offset = 0; offset <= text.length; offset += 3) {
      valueCompletions(text.slice(0, offset), offset, () => collectIds(text));
    }
  });
});

describe("Values in a megabyte are offered in time in proportion to its length", () => {
  for (const [name, textOf] of [
    ["pairs", between('{"a":[', '{"source":"userInput","value":"a"},', '{"value":"')],
    ["members", list((n) => `"k${n}":1`, '{"source":"userInput",', ',"value":"')],
    ["white space", between('{"source":', " ", "")],
    ["one long string", repeated('"aaaa')],
  ] as const) {
    it(name, () =>
      assertLinear((text) => valueCompletions(text, text.length, () => collectIds(text)), textOf),
    );
  }
});
