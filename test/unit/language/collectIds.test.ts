import assert from "node:assert/strict";
import * as fc from "fast-check";
import { collectIds } from "../../../src/features/language/collectIds";
import { jsonText } from "../support/jsonTexts";
import { assertLinear, between, list, nested, repeated } from "../support/linear";
import { configurationWithIds as text } from "../support/configurationWithIds";

/** What stands at the places of the ID that stands at the `|`: each with what is before it in its line. */
function placesAt(marked: string) {
  const json = marked.replace("|", "");
  const index = collectIds(json);
  const [one] = index.at(marked.indexOf("|"));
  return (one ? index.placesOf(one) : []).map(({ role, place }) => {
    const line = json.lastIndexOf("\n", place.offset) + 1;
    const spelled = json.slice(place.offset, place.offset + place.length);
    return `${role}: ${json.slice(line, place.offset).trim()}<${spelled}>`;
  });
}

const at = (found: string) => placesAt(text.replace(found, `|${found}`));

describe("IDs of a configuration", () => {
  it("of a report type lead to its joins, wherever the cursor is in them", () => {
    const places = ['definition: "id": "<days>', 'reference: "reportTypeId": "<days>'];
    assert.deepEqual(placesAt(text.replace('"id": "days"', '"id": "days|"')), places);
    assert.deepEqual(placesAt(text.replace('Id": "days"', 'Id": "|days"')), places);
  });

  it("of a user input lead to the pairs that take it, in either order of their members", () => {
    assert.deepEqual(at('token", "label"'), [
      'definition: { "id": "<token>',
      'reference: "accessToken": { "source": "userInput", "value": "<token>',
      'reference: "more": { "value": "<token>',
    ]);
  });

  it("of a secret lead to every reference, also beside escapes and in bodies", () => {
    assert.deepEqual(at("shop_key }}/x"), [
      'reference: "url": "https://x/\\u00e9/{{ secrets.<shop_key>',
      'reference: "body": { "id": 1, "key": "a\\n{{secrets.<shop_key>',
      'definition: "items": [{ "id": "<shop_key>',
    ]);
  });

  it("of a signer lead to what names it", () => {
    assert.deepEqual(at('hmac", "algorithm"'), [
      'reference: "builderType": "<hmac>',
      'definition: "signers": [{ "id": "<hmac>',
    ]);
  });

  it("of a field are those of its report type, and a join may name them", () => {
    assert.deepEqual(at('day", "label": "Day"'), [
      'definition: "fields": [{ "id": "<day>',
      'reference: "link": { "parent": "week", "child": "<day>',
    ]);
    assert.deepEqual(at('week", "label"').length, 2);
  });

  it("of documented placeholders lead to what gives their values", () => {
    assert.deepEqual(at("user.access_token"), [
      'definition: "<accessToken>',
      'reference: "headers": [{ "name": "a", "value": "Bearer {{<user.access_token>',
    ]);
    assert.match(at("account.id}}").join(), /definition.*reference/);
    assert.match(at("signer.signature").join(), /reference.*definition: "<signers>/);
  });

  it("are told by what they say, however it is spelled", () => {
    const spelled = text.replace('Id": "days"', 'Id": "d\\u0061ys"');
    assert.match(
      placesAt(spelled.replace("d\\u0061", "d\\u00|61")).join(),
      /"<days>.*<d\\u0061ys>/,
    );
  });

  it("are none in bodies, texts for people, and parts of the service's own", () => {
    for (const none of [
      '{"reporting":{"reportTypes":[{"request":{"body":{"reportTypeId":"|a"}}}]}}',
      '{"description":"{{ secrets.|a }}"}',
      '{"info":{"a":{"source":"userInput","value":"|a"}}}',
      '{"reporting":{"reportTypes":[{"id":|1}]}}',
      '{"a":{"source":"static","value":"|a"}}',
      '{"id":"|a"}',
    ]) {
      assert.deepEqual(placesAt(none), [], none);
    }
  });

  it("are found while the text is being typed", () => {
    for (const unfinished of [
      text.replace('"reportTypeId": "days",', '"reportTypeId": "days'),
      text.replace('"title": "Days",', '"title": "Day\n'),
      text.replace('"title": "Days",', '"title": '),
      text.replace('"title": "Days",', '"title": { "a": [, "b" "c"},'),
      text.slice(0, text.indexOf('"type": "inverse"')),
    ]) {
      const marked = unfinished.replace('"id": "days"', '"id": "|days"');
      assert.equal(placesAt(marked).length, 2, unfinished);
    }
  });

  it("have places that spell them, in any text", () => {
    const changed = fc
      .tuple(jsonText, fc.nat(), fc.string())
      .map(([json, pick, typed]) => json.slice(0, pick % 40) + typed + json.slice(pick % 50));
    const mutated = fc
      .tuple(
        fc.nat(text.length),
        fc.nat(9),
        fc.constantFrom("", "{", "}", "]", '"', "\\", ",", ":"),
      )
      .map(([from, cut, typed]) => text.slice(0, from) + typed + text.slice(from + cut));
    fc.assert(
      fc.property(fc.oneof(changed, mutated), (json) => {
        const index = collectIds(json);
        for (const one of index.occurrences) {
          assert.ok(index.at(one.place.offset).includes(one));
          assert.ok(index.placesOf(one).includes(one));
          const spelled = json.slice(one.place.offset, one.place.offset + one.place.length);
          if (!spelled.includes("\\") && one.kind !== "builtIn") {
            assert.equal(spelled, one.id);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("IDs in a megabyte are collected no longer than its length", () => {
  const reportTypes = (part: (n: number) => string) =>
    list(part, '{"reporting":{"reportTypes":[', "]}}");
  for (const [name, textOf] of [
    ["report types", reportTypes((n) => `{"id":"r${n}","fields":[{"id":"f"}]}`)],
    [
      "joins with links",
      reportTypes(
        (n) =>
          `{"id":"r${n}","fields":[{"id":"f"}],"decoration":{"relations":[{"reportTypeId":"r${n - 1}","link":{"f":"f"}}]}}`,
      ),
    ],
    ["pairs", list((n) => `{"source":"userInput","value":"u${n}"}`)],
    ["one ID again and again", list(() => '"{{ secrets.a }}"')],
    ["references in one string", between('["', "{{ secrets.a }}", '"]')],
    ["references beside escapes", between('["\\n', "{{ secrets.a }}\\u00e9", '"]')],
    ["white space in braces", between('["{{ secrets.', " ", '"]')],
    ["braces that are not closed", between('["', "{{ ", '"]')],
    ["backslashes", between('["', "\\\\", '"]')],
    ["a string without an end", between('{"a":"', "a", "")],
    ["depth", nested('{"a":[', "1", "]}")],
    ["what opens, then what never closes it", (n: number) => "{".repeat(n / 2) + "]".repeat(n / 2)],
    ["what closes nothing", repeated("}")],
    ["comments", repeated("/* */")],
    ["keys", list((n) => `"k${n}":1`, "{", "}")],
  ] as const) {
    it(name, () =>
      assertLinear((json) => {
        const index = collectIds(json);
        index.at(json.length / 2);
      }, textOf),
    );
  }
});
