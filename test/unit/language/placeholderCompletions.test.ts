import assert from "node:assert/strict";
import { placeholderCompletions } from "../../../src/features/language/placeholderCompletions";
import { assertLinear, between, repeated } from "../support/linear";

const secrets = { secrets: [{ name: "shop key", placeholder: "sec_1" }], total: 1 };

/** The cursor stands at the `|`. */
function at(marked: string, known = secrets) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const offered = placeholderCompletions(text, offset, known);
  const accept = (name: string) => {
    const chosen = offered.find((one) => one.name === name);
    assert.ok(chosen, `${name} at ${marked}`);
    const { offset: start, length } = chosen.replaced;
    return text.slice(0, start) + chosen.text + text.slice(start + length);
  };
  return { names: offered.map(({ name }) => name), offered, accept };
}

const documented = [
  "query.start_date.date",
  "query.end_date.date",
  "account.id",
  "user.access_token",
  "signer.signature",
  "identity()",
];

describe("Placeholders are offered", () => {
  it("with all that is documented, and the connector's secrets, each with what it gives", () => {
    const { names, offered } = at('{"url":"https://x/{{|"}');
    assert.deepEqual(names, [...documented, "secrets.sec_1"]);
    assert.ok(offered.every(({ gives }) => gives.length > 5));
    assert.equal(offered.at(-1)?.gives, 'Secret "shop key"');
  });

  it("with an offer to load the secrets while they are not known", () => {
    const offered = placeholderCompletions('{"url":"{{"}', 10, undefined);
    assert.deepEqual(
      offered.map(({ name }) => name),
      [...documented, "secrets."],
    );
    assert.equal(offered.at(-1)?.kind, "secretsUnknown");
  });

  it("with the secrets that the configuration declares, unless they are registered", () => {
    const declared = () => ["own", "shop key", "sec_1", "shop_key"];
    const names = (known?: typeof secrets) =>
      placeholderCompletions('{"url":"{{"}', 10, known, declared).map(({ name }) => name);
    const named = { secrets: [{ name: "shop_key", placeholder: "sec_1" }], total: 1 };
    assert.deepEqual(names(named).slice(6), ["secrets.sec_1", "secrets.own"]);
    assert.deepEqual(names().slice(6), [
      "secrets.own",
      "secrets.sec_1",
      "secrets.shop_key",
      "secrets.",
    ]);
  });

  for (const place of [
    '{"url":"{{|"}',
    '{"url" : \n "{{que|"}',
    '{"url":"{{ query.|"}',
    '{"a":["{{|"]}',
    '{"a":["{{|',
    '{"body":"{\\"a\\":\\"{{|\\"}"}',
    '{"a":"{{account.id}}/{{|"}',
    '{"a":"{{acc|ount.id}}"}',
    '{"a": "no end,\n"b":"{{|"}',
    '{"value":"{{{|"}',
  ]) {
    it(`at ${place}`, () => assert.equal(at(place).names.length, 7));
  }

  for (const place of [
    "|",
    '{"url":"|"}',
    '{"url":"{|"}',
    '{"url":"https://x/{{account.id}}|"}',
    '{"url":"https://x/{{account.id}|"}',
    '{"url":"{|{"}',
    '{{|"url":"x"}',
    '{"url":"{{"|}',
    '{"{{|":1}',
    '{"description":"{{|"}',
    '{"title" : "{{|"}',
    '{"id":"{{|"}',
    '{"a":"\\"{{\\"","b":|}',
    '{"a":"\\\\","{{|":1}',
  ]) {
    it(`not at ${place}`, () => assert.deepEqual(at(place).names, []));
  }
});

describe("A placeholder that is accepted", () => {
  for (const [place, name, expected] of [
    ['{"a":"x/{{|"}', "account.id", '{"a":"x/{{account.id}}"}'],
    ['{"a":"x/{{acc|/y"}', "account.id", '{"a":"x/{{account.id}}/y"}'],
    ['{"a":"x/{{acc|}}/y"}', "account.id", '{"a":"x/{{account.id}}/y"}'],
    ['{"a":"{{ qu| }}"}', "query.end_date.date", '{"a":"{{ query.end_date.date }}"}'],
    ['{"a":"{{us|er.id}}{{account.id}}"}', "identity()", '{"a":"{{identity()}}{{account.id}}"}'],
    ['{"a":"{{|{{account.id}}"}', "identity()", '{"a":"{{identity()}}{{account.id}}"}'],
    ['{"a":"Bearer {{|"}', "secrets.sec_1", '{"a":"Bearer {{ secrets.sec_1 }}"}'],
    ['{"a":"{{ secrets.|"}', "secrets.sec_1", '{"a":"{{ secrets.sec_1 }}"}'],
    ['{"a":"{{|}}"}', "secrets.sec_1", '{"a":"{{ secrets.sec_1 }}"}'],
    ['{"a":"{\\"b\\":{{|}"}', "account.id", '{"a":"{\\"b\\":{{account.id}}}"}'],
  ] as const) {
    it(`closes its braces once: ${place}`, () => assert.equal(at(place).accept(name), expected));
  }

  it("stays within its string, whatever the service names a secret", () => {
    const odd = [
      { name: "a", placeholder: 's"x' },
      { name: "b", placeholder: "s}}{{x" },
    ];
    const known = { secrets: odd, total: 2 };
    const { accept, names } = at('{"a":"{{|"}', known);
    assert.equal(names.filter((name) => name.startsWith("secrets.")).length, 1);
    assert.deepEqual(JSON.parse(accept('secrets.s"x')), { a: '{{ secrets.s"x }}' });
  });
});

describe("Placeholders of a megabyte are looked at no longer than their length", () => {
  for (const [name, textOf] of [
    ["one line of strings", between("[", '"a",', '"{{')],
    ["one long string", between('["', "{{a", "")],
    ["escapes", between('["', '\\"', "{{")],
    ["white space before a value", between('["a" :', " ", '"{{')],
    ["braces", repeated("{")],
    ["quotes", repeated('"')],
  ] as const) {
    it(name, () =>
      assertLinear((text) => placeholderCompletions(text, text.length, secrets), textOf),
    );
  }
});
