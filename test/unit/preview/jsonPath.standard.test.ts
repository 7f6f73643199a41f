import assert from "node:assert/strict";
import * as fc from "fast-check";
import { query } from "jsonpath-rfc9535";
import { TooManyMatchesError } from "../../../src/features/preview/jsonPath/effort";
import { parsePath } from "../../../src/features/preview/jsonPath/parsePath";
import { select } from "../../../src/features/preview/jsonPath/select";
import { jsonText, parseResponse } from "../../../src/features/rows/responseJson";
import { assertLinear, between, nested, repeated } from "../support/linear";

function found(json: string, path: string): string {
  const parsed = parsePath(path);
  assert.ok("segments" in parsed, path);
  return jsonText(select(parseResponse(json), parsed.segments).map(({ value }) => value));
}

const boats =
  '{"boats":[{"name":"Aurora","crew":4,"tags":["old","wood"]},{"name":"Borea","crew":2},{"name":"Ceres","crew":null,"tags":[]}],"least":3}';

/** One of another form each, https://www.rfc-editor.org/rfc/rfc9535#name-segments-2. */
const answers: readonly (readonly [json: string, path: string, answer: string])[] = [
  // descendants
  ['{"a":{"b":1},"c":[{"b":2},{"d":{"b":3}}]}', "$..b", "[1,2,3]"],
  ['{"a":[5,[6,[7]]]}', "$.a..[0]", "[5,6,7]"],
  ['{"a":[1,2],"b":{"c":3}}', "$..*", '[[1,2],{"c":3},1,2,3]'],
  ['{"a":1,"b":[{"a":2}]}', "$..['a']", "[1,2]"],
  ["[1]", "$..a", "[]"],
  ['"text"', "$..*", "[]"],
  // several
  ['{"a":1,"b":2,"c":3}', "$['c','a','c']", "[3,1,3]"],
  ["[1,2,3]", "$[ 0 , -1 ]", "[1,3]"],
  ['{"a":[1,2],"b":[3]}', "$..[0,1]", "[1,2,3]"],
  // slices
  ["[0,1,2,3,4,5]", "$[1:3]", "[1,2]"],
  ["[0,1,2,3,4,5]", "$[4:]", "[4,5]"],
  ["[0,1,2,3,4,5]", "$[:-4]", "[0,1]"],
  ["[0,1,2,3,4,5]", "$[5:1:-2]", "[5,3]"],
  ["[0,1,2,3,4,5]", "$[::-1]", "[5,4,3,2,1,0]"],
  ["[0,1,2,3,4,5]", "$[1:5:0]", "[]"],
  ["[0,1,2]", "$[-100:100]", "[0,1,2]"],
  ["[0,1,2]", "$[ : : 2 ]", "[0,2]"],
  ['{"a":1}', "$[0:1]", "[]"],
  // filters: what is there
  [boats, "$.boats[?@.tags].name", '["Aurora","Ceres"]'],
  [boats, "$.boats[?!@.tags].name", '["Borea"]'],
  [boats, "$.boats[?@.crew].name", '["Aurora","Borea","Ceres"]'],
  [boats, "$.boats[?@.tags[?@ == 'wood']].name", '["Aurora"]'],
  [boats, "$.boats[?@..*].name", '["Aurora","Borea","Ceres"]'],
  // filters: comparisons
  [boats, "$.boats[?@.crew > $.least].name", '["Aurora"]'],
  [boats, "$.boats[?@['name']>='Borea'].crew", "[2,null]"],
  [boats, "$.boats[?@.crew == null].name", '["Ceres"]'],
  [boats, "$.boats[?@.tags == @.nothing].name", '["Borea"]'],
  [boats, "$.boats[?@.crew != 4 && @.crew != 2].name", '["Ceres"]'],
  [boats, '$.boats[?(@.crew==4||@.crew==2)&&!(@.name=="Borea")].name', '["Aurora"]'],
  [boats, "$.boats[?@.crew < 'b'].name", "[]"],
  [boats, "$.boats[?@.tags == @.tags].name", '["Aurora","Borea","Ceres"]'],
  ['[{"a":[1,{"b":2}],"c":[1.0,{"b":2e0}]},{"a":[1],"c":[2]}]', "$[?@.a==@.c].a[0]", "[1]"],
  ["[1,2,3]", "$[?@>=2,0]", "[2,3,1]"],
  ['{"x":1,"y":5}', "$[?@ > 2]", "[5]"],
  ['[[null],[1],{"a":1}]', "$[?@[0]==@.a]", "[]"],
  ["[[null],[1],[],2]", "$[?@[0]==@[1]]", "[[],2]"],
  ['[{"a":false},{"a":null},{}]', "$[?@.a == false || @.a != @.b]", '[{"a":false},{"a":null}]'],
  // filters: functions
  [boats, "$.boats[?length(@.name) == 5].name", '["Borea","Ceres"]'],
  [boats, "$.boats[?length(@.tags)==0].name", '["Ceres"]'],
  ['["\u{1f30a}","ab"]', "$[?length(@) == 1]", '["\u{1f30a}"]'],
  [boats, "$.boats[?count(@.tags[*]) > 1].name", '["Aurora"]'],
  [boats, "$.boats[?value(@..tags[1]) == 'wood'].name", '["Aurora"]'],
  // numbers beyond what JavaScript holds
  [
    '[{"id":12345678901234567890},{"id":12345678901234567891}]',
    "$[?@.id == 12345678901234567891].id",
    "[12345678901234567891]",
  ],
  [
    "[12345678901234567890,9,1e400]",
    "$[?@ > 12345678901234567889]",
    "[12345678901234567890,1e400]",
  ],
  ["[100000000000000000000,1]", "$[?@ == 1e20]", "[100000000000000000000]"],
  ["[-12345678901234567890,-1e-400]", "$[?@ < -1]", "[-12345678901234567890]"],
  ['[{"a":12345678901234567890}]', "$..*", '[{"a":12345678901234567890},12345678901234567890]'],
  // spellings
  ['{"a b":{"it\'s":{"\\"":1}}}', "$['a b']['it\\'s']['\"']", "[1]"],
  ['{"a b":{"it\'s":{"\\"":1}}}', '$ ["a b"]\n["it\'s"]["\\""]', "[1]"],
  ['{"\\u00e9":{"/":1}}', "$['\\u00e9']['\\/']", "[1]"],
];

const malformed = [
  "$..", "$...a", "$[]", "$[1,]", "$[,1]", "$['a'b]", "$[1:2:3:4]", "$[9007199254740992]", "$[?]", "$[?@.a ==]",
  "$[?1]", "$[?'a']", "$[?@.* == 1]", "$[?@..a == 1]", "$[?(@.a]", "$[?@.a && ]", "$[?!@.a == 1]", "$[?length(@.a)]",
  "$[?length(@.*) == 1]", "$[?count(1) == 1]", "$[?count(@.a, 1) == 1]", "$[?nothing(@.a)]", "$[?length (@.a) == 1]",
  "$[?@.a = 1]", "$[?@.a == 01]", "$[?@.a == 1.]", "$[?@.a === 1]", "$[?@ == true()]", "$['\\x']", '$["\\\'"]', "$['\\\"']",
  "$['\u0001']", "$[?@.a==1]]", "$. a", "$.. a", "$.a ", "@.a",
] as const; // prettier-ignore

const sign = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
const literal = fc.constantFrom("1", "2.50", "-0", "'b'", "true");

/** Paths of all forms, in which names meet those of the values. Of comparisons only those of values that are there. */
const path = fc
  .letrec<Record<"path" | "segment" | "selector" | "filter", string>>((tie) => ({
    path: fc.array(tie("segment"), { maxLength: 3 }).map((parts) => parts.join("")),
    segment: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(".a", ".b", ".*", "..a", "..*", "[0]", "[-1]", "['a']"),
      fc.array(tie("selector"), { minLength: 1, maxLength: 2 }).map((all) => `[${all.join(", ")}]`),
      tie("selector").map((one) => `..[${one}]`),
    ),
    selector: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("*", '"b"', "0", "-2", "1:", ":2", "::-1", "0:3:2"),
      tie("filter").map((one) => `?${one}`),
    ),
    filter: fc.oneof(
      { maxDepth: 3 },
      tie("path").map((one) => `@${one}`),
      fc
        .tuple(fc.constantFrom("@.a", "@", "@.b.a"), sign, literal)
        .map(([left, compared, right]) => `(${left} && ${left}${compared}${right})`),
      fc
        .tuple(tie("path"), sign, tie("path"))
        .map(([left, compared, right]) => `count(@${left}) ${compared} count($${right})`),
      fc
        .tuple(tie("filter"), fc.constantFrom("&&", "||"), tie("filter"))
        .map(([left, joined, right]) => `(${left}) ${joined} (${right})`),
      tie("filter").map((one) => `!(${one})`),
    ),
  }))
  .path.map((one) => `$${one}`);

/** Without `null` and `false`, which the other implementation takes for nothing. */
const data = fc.letrec<{ value: boolean | number | string | object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(true, 1, 2, 2.5, "b", "a"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value"), { noNullPrototype: true }),
  ),
})).value;

describe("JSONPath of RFC 9535", () => {
  for (const [json, text, answer] of answers) {
    it(`finds ${text}`, () => assert.equal(found(json, text), answer));
  }

  for (const text of malformed) {
    it(`takes ${text} for no path`, () => {
      assert.deepEqual(parsePath(text), { problem: "malformed" });
    });
  }

  it("names what isn't evaluated", () => {
    for (const text of ["$[?match(@.a, 'b')]", "$[?!search(@.a, $.b)]"]) {
      assert.deepEqual(parsePath(text), { problem: "notEvaluated" });
    }
  });

  it("finds what another implementation finds", () => {
    fc.assert(
      fc.property(data, path, (value, text) => {
        const expected = query(value as Parameters<typeof query>[0], text);
        // The standard leaves the order open in which different branches are gone through.
        const texts = expected.map((one) => JSON.stringify(one)).toSorted();
        const ours = JSON.parse(found(JSON.stringify(value), text)) as unknown[];
        assert.deepEqual(ours.map((one) => JSON.stringify(one)).toSorted(), texts, text);
      }),
      { numRuns: 3000 },
    );
  });

  it("takes any text in linear time", () => {
    for (const part of [
      "..a",
      "[?",
      "[?(",
      "[?!",
      "[?@",
      "[?@.a==",
      "[?length(",
      "[1:",
      "['a',",
      "[?1==",
      "(",
      "\\",
    ]) {
      assertLinear((text) => parsePath(`$${text}`), repeated(part));
      assertLinear((text) => parsePath(`$[?${text}`), repeated(part));
    }
    assertLinear(parsePath, between("$[?@", "||@.a&&@.b", "]"));
    assertLinear(parsePath, between("$['", "\\'", "']"));
    assert.deepEqual(parsePath(`$[?${"(".repeat(60)}@.a${")".repeat(60)}]`), {
      problem: "tooLong",
    });
  });

  it("ends where it would take too long", () => {
    const deep = nested("[", "1", "]")(600);
    const wide = `[${"[1,2,3,4,5,6,7,8,9],".repeat(200)}1]`;
    for (const [json, text] of [
      [deep, "$..*..*..*..*..*"],
      [deep, `$${"[0,0]".repeat(40)}`],
      [wide, `$..[?${"@.a==1||".repeat(2400)}@.a]`],
      [wide, "$[?$..[?$..[?$..*]]]"],
      [wide, `$..[?@ == $[?$..[?@ == 3]]]${"..*".repeat(20)}`],
    ] as const) {
      const parsed = parsePath(text);
      if ("segments" in parsed) {
        assert.throws(
          () => select(JSON.parse(json), parsed.segments),
          TooManyMatchesError,
          text.slice(0, 40),
        );
      } else {
        assert.equal(parsed.problem, "malformed");
      }
    }
  }).timeout(20_000);

  it("takes responses that are nested as deep as can be", () => {
    const parsed = parsePath("$..[0]");
    assert.ok("segments" in parsed);
    assertLinear((json) => select(JSON.parse(json), parsed.segments), nested("[", "1", "]"));
    const compared = parsePath("$[?@ == $[1]]");
    assert.ok("segments" in compared);
    const one = nested("[", "1", "]");
    assertLinear(
      (json) => select(JSON.parse(json), compared.segments),
      (length) => {
        const half = one(length / 2);
        return `[${half},${half}]`;
      },
    );
  });
});
