import * as fc from "fast-check";

/** JSON as text and not as values: with everything that JavaScript's own values cannot hold. */
const space = fc.string({ unit: fc.constantFrom(" ", "\n", "\r", "\t"), maxLength: 3 });

const number = fc.oneof(
  fc.constantFrom("0", "-0", "1.0", "1e400", "-1E+2", "0.10", "12345678901234567890", "1e-7"),
  fc.integer().map(String),
  fc.bigInt().map(String),
);

/** One character of a string as it may be spelled in JSON. */
const spelledChar = fc.oneof(
  fc.constantFrom("\\/", "\\\\", '\\"', "\\n", "\\b", "/", " ", "}", "]", ",", ":", "{", "["),
  fc.constantFrom("é", "字", "🚲", "\u2028", "\u2029", "\u00a0", "\u200d", "\ufeff", "\u007f", "‰"),
  fc.constantFrom(
    "\\ud83d\\udeb2",
    "\\u00e9",
    "\\u2028",
    "\\u200d",
    "\\u0022",
    "\\u005C",
    "\\uFFFF",
  ),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`),
  fc.constantFrom("a", "b", "0", "$", "u", "d", "8"),
);

const jsonString = fc.array(spelledChar, { maxLength: 8 }).map((all) => `"${all.join("")}"`);

const jsonLeaf = fc.oneof(fc.constantFrom("true", "false", "null"), number, jsonString);

/** Keys that meet often, so that some occur twice. */
export const jsonKey = fc.oneof(
  fc.constantFrom('"a"', '"1"', '"2"', '"\\u0061"', '"__proto__"', '""'),
  jsonString,
);

export const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => {
  const spaced = (text: fc.Arbitrary<string>) =>
    fc.tuple(space, text, space).map((all) => all.join(""));
  const value = spaced(tie("value"));
  const member = fc.tuple(spaced(jsonKey), value).map(([key, one]) => `${key}:${one}`);
  const list = (item: fc.Arbitrary<string>) =>
    fc.oneof(
      space,
      fc.array(item, { minLength: 1, maxLength: 4 }).map((all) => all.join(",")),
    );
  return {
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      jsonLeaf,
      { weight: 2, arbitrary: list(member).map((text) => `{${text}}`) },
      { weight: 2, arbitrary: list(value).map((text) => `[${text}]`) },
    ),
  };
}).value;

/** What a text says: strings by value, everything else by spelling. Shares no code with `src`. */
export function tokens(json: string): string[] {
  const all = json.match(/"(?:[^"\\]|\\[^])*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  return all.map((token) => (token.startsWith('"') ? `"${JSON.parse(token)}` : token));
}
