import assert from "node:assert/strict";
import * as fc from "fast-check";
import { collectIds } from "../../../src/features/language/collectIds";
import { renamableAt, renameEdits, type RenameEdit } from "../../../src/features/language/renameId";
import { configurationWithIds as text } from "../support/configurationWithIds";

const secretsOf = (...placeholders: string[]) => ({
  secrets: placeholders.map((placeholder) => ({ name: `${placeholder}_name`, placeholder })),
  total: placeholders.length,
});

/** The text with the ID at an offset renamed; why not where it is refused. */
function renamed(json: string, offset: number, newId: string, registered = secretsOf()): string {
  const index = collectIds(json);
  const one = renamableAt(index, offset, registered);
  const edits = "refusal" in one ? one : renameEdits(index, one, newId);
  return "refusal" in edits ? `refused: ${edits.refusal}` : apply(json, edits);
}

function apply(json: string, edits: readonly RenameEdit[]): string {
  return edits.toReversed().reduce((sum, { place: { offset, length }, text: by }) => {
    return sum.slice(0, offset) + by + sum.slice(offset + length);
  }, json);
}

const at = (found: string, json = text) => json.indexOf(found);

describe("Renaming an ID", () => {
  it("changes every place of it and nothing else", () => {
    const expected = text
      .replace('"id": "days"', '"id": "daily"')
      .replace('Id": "days"', 'Id": "daily"');
    assert.equal(renamed(text, at('days",'), "daily"), expected);
    assert.equal(renamed(text, at('days",\n              "type'), "daily"), expected);
  });

  it("keeps other report types' fields of the same name", () => {
    assert.equal(renamed(text, at('opens"'), "reads"), text.replace('"opens"', '"reads"'));
  });

  it("replaces an ID that is spelled with escapes", () => {
    const spelled = text.replace('Id": "days"', 'Id": "d\\u0061ys"');
    assert.equal(renamed(spelled, at('days"', spelled), "a"), renamed(text, at('days"'), "a"));
  });

  it("there and back gives the same text", () => {
    const index = collectIds(text);
    const places = index.occurrences.filter(
      ({ place }) => !("refusal" in renamableAt(index, place.offset, undefined)),
    );
    assert.ok(places.length > 10);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.stringMatching(/^[a-z]\w{0,9}$/),
        ({ id, place }, added) => {
          const there = renamed(text, place.offset, `new_${added}`);
          assert.notEqual(there, text);
          // The first of them, which stays where it is.
          const [first] = collectIds(text).placesOf(index.at(place.offset)[0]!);
          assert.equal(renamed(there, first!.place.offset, id), text);
        },
      ),
    );
  });

  it("keeps a string a string, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const changed = renamed(text, at('token", "label"'), typed);
        assert.ok(changed.startsWith("refused") || typeof JSON.parse(changed) === "object");
      }),
    );
  });

  it("changes only the definition at hand where there are two", () => {
    const twice = text.replace('"id": "weeks"', '"id": "days"');
    const last = twice.indexOf('days",\n        "request');
    assert.equal(renamed(twice, last, "weeks"), text);
    assert.match(renamed(twice, at('days",\n              "type', twice), "x"), /more than once/);
  });

  it("marks what may mean something else", () => {
    const index = collectIds(text);
    const edits = renameEdits(index, index.at(at('week", "label'))[0]!, "w");
    assert.deepEqual(!("refusal" in edits) && edits.map(({ isCertain }) => isCertain), [
      true,
      false,
    ]);
  });

  for (const [found, newId, reason] of [
    ['days"', "weeks", "Another report type"],
    ['days"', "by day", "letters, digits and underscores"],
    ['days"', "", "Enter an ID"],
    ['day", "label"', "opens", "Another field"],
    ['token", "label"', "unused", "taken"],
    ['token", "label"', "{{a}}", "braces"],
    ["shop_key }}", "a b", "spaces"],
    ["sec_12ab34", "x", "Supermetrics assigned"],
    ["user.access_token", "x", "part of the connector language"],
    ['"title"', "x", "Put the cursor on"],
  ] as const) {
    it(`of ${found} to "${newId}" is refused`, () =>
      assert.match(
        renamed(text, at(found), newId, secretsOf("sec_12ab34")),
        new RegExp(`refused: .*${reason}`),
      ));
  }

  it("refuses two fields with one runtime ID", () => {
    const json = JSON.stringify({
      reporting: {
        reportTypes: [
          { id: "a", fields: [{ id: "b_c" }] },
          { id: "a_b", fields: [{ id: "d" }] },
          { id: "x", fields: [{ id: "b_c" }] },
        ],
      },
    });
    assert.match(renamed(json, at('d"}', json), "c"), /runtime ID "a_b_c"/);
    assert.match(renamed(json, at('x"', json), "a"), /Another report type/);
    assert.doesNotMatch(renamed(json, at('d"}', json), "e"), /refused/);
  });

  it("of a secret goes by what the service has, where that is known", () => {
    const declared = at("shop_key }}");
    assert.doesNotMatch(renamed(text, declared, "other", secretsOf("sec_1")), /refused/);
    const named = { secrets: [{ name: "shop_key", placeholder: "sec_1" }], total: 1 };
    assert.match(renamed(text, declared, "other", named), /Register a secret with the new name/);
    // References to nothing can all be led to a secret at once.
    assert.match(
      renamed(text, at("sec_12ab34"), "sec_1", secretsOf("sec_1")),
      /\{\{ secrets\.sec_1 \}\}/,
    );
    const index = collectIds(text);
    const unknown = renamableAt(index, at("sec_12ab34"), undefined);
    assert.ok("refusal" in unknown);
  });
});
