import assert from "node:assert/strict";
import { editList, hasComments } from "../../../src/features/schema/settingsList";

describe("A list in the user's settings", () => {
  const foreign = { url: "./x.json", fileMatch: ["/x.json"] };
  const ours = [
    { url: "a", ours: true },
    { url: "b", ours: true },
  ];
  const isOurs = (entry: unknown) => Object(entry).ours === true;
  const edit = (text: string, known: readonly unknown[], added: readonly object[]) =>
    editList(text, "json.schemas", known, { without: isOurs, added });

  const written =
    '/* first */ { "url": "./x.json", /* in */ "fileMatch": ["\\/x.json",] } // behind';
  const texts = {
    "with comments, in lines": `// settings\n{\n  "a": [1,],\n  "json.schemas": [\n    ${written}\n  ],\n  "z": "json.schemas"\n}\n`,
    "that Windows wrote": `{\r\n  "json.schemas": [\r\n    ${written}\r\n  ]\r\n}`,
    "with a byte order mark": `\u{feff}{ "json.schemas": [\n    ${written}\n  ] }`,
    "in a nested object, and at the top": `{ "x": { "json.schemas": [1] }, "json.schemas": [\n ${written}\n] }`,
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`gets entries, and is as it was without them again: ${name}`, () => {
      const more = edit(text, [foreign], ours);
      assert.ok(more);
      assert.ok(more.text.includes(written.slice(0, -10)), "bytes stay");
      assert.ok(more.text.includes("// behind"));
      const turned = edit(more.text, [foreign, ...ours], ours.toReversed());
      assert.ok(turned);
      assert.ok(turned.text.includes("// behind"));
      assert.deepEqual(edit(turned.text, [foreign, ...ours.toReversed()], []), {
        text,
        isEmpty: false,
      });
    });
  }

  it("in one line, among others, keeps every comment", () => {
    const text =
      '{"json.schemas":[{"ours":true}/*1*/,/*2*/{"url":"./x.json"}/*3*/,// 4\n{"ours":true}]}';
    const left = edit(text, [{ ours: true }, { url: "./x.json" }, { ours: true }], []);
    assert.equal(left?.text, '{"json.schemas":[/*1*//*2*/{"url":"./x.json"}/*3*/// 4\n]}');
  });

  it("that has no entry gets them where it stands, and tells when nothing is left in it", () => {
    const more = edit('{\n  "json.schemas": []\n}', [], ours);
    assert.deepEqual(JSON.parse(more?.text ?? ""), { "json.schemas": ours });
    assert.deepEqual(edit(more?.text ?? "", ours, [])?.isEmpty, true);
    assert.equal(
      edit('{"json.schemas":[/* mine */{"ours":true}]}', [{ ours: true }], [])?.isEmpty,
      false,
    );
  });

  it("tells whether it has comments, in an entry too", () => {
    const has = (list: string) => hasComments(`{/**/"json.schemas":${list}/**/}`, "json.schemas");
    assert.deepEqual(["[]", '["//"]', '[{"a":1/**/}]', "[// x\n]", "{}"].map(has), [
      false,
      false,
      true,
      true,
      undefined,
    ]);
  });

  it("is left alone where it isn't the one that the editor knows, or can't be read", () => {
    for (const text of [
      "",
      "[]",
      "{}",
      '{"json.schemas":',
      '{"json.schemas":{}}',
      '{"json.schemas":[{"url":"other"}]}',
      '{"json.schemas":[{"url":"./x.json","fileMatch":["/x.json"]}]',
      '{"json.schemas":[{"url":"./x.json","fileMatch":["/x.json"]} {}]}',
      '{"json.schemas":[{"url":"./x.json","fileMatch":["/x.json"]}/*]}',
    ]) {
      assert.equal(edit(text, [foreign], ours), undefined, text);
    }
  });
});
