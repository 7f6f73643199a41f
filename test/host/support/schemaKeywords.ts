interface KeywordCase {
  readonly keyword: string;
  readonly schema: object;
  readonly wrong: unknown;
  readonly right: unknown;
}

const own = "https://api.supermetrics.com/cc/v1/schema/connector";
const a = { properties: { a: {} } };

/** One for each keyword of draft 2019-09 that says something about a document; a test counts them. */
export const keywordCases: readonly KeywordCase[] = [
  {
    keyword: "unevaluatedProperties",
    schema: { allOf: [a], unevaluatedProperties: false },
    wrong: { a: 1, b: 1 },
    right: { a: 1 },
  },
  {
    keyword: "unevaluatedProperties beside $ref",
    schema: { $ref: "#/$defs/a", unevaluatedProperties: false },
    wrong: { a: 1, b: 1 },
    right: { a: 1 },
  },
  {
    keyword: "unevaluatedItems",
    schema: { allOf: [{ items: [{ type: "number" }] }], unevaluatedItems: false },
    wrong: [1, 2],
    right: [1],
  },
  {
    keyword: "dependentSchemas",
    schema: { dependentSchemas: { a: { required: ["b"] } } },
    wrong: { a: 1 },
    right: { b: 1 },
  },
  {
    keyword: "dependentRequired",
    schema: { dependentRequired: { a: ["b"] } },
    wrong: { a: 1 },
    right: { a: 1, b: 1 },
  },
  {
    keyword: "contains",
    schema: { contains: { const: 1 } },
    wrong: [2],
    right: [2, 1],
  },
  {
    keyword: "minContains",
    schema: { contains: { const: 1 }, minContains: 2 },
    wrong: [1],
    right: [1, 1],
  },
  {
    keyword: "minContains 0",
    schema: { contains: { const: 1 }, minContains: 0, maxItems: 1 },
    wrong: [2, 2],
    right: [2],
  },
  {
    keyword: "maxContains",
    schema: { contains: { const: 1 }, maxContains: 1 },
    wrong: [1, 1],
    right: [1],
  },
  { keyword: "$anchor", schema: { $ref: "#named" }, wrong: 1, right: "a" },
  { keyword: "$ref by pointer", schema: { $ref: "#/$defs/text" }, wrong: 1, right: "a" },
  { keyword: "$ref by $id", schema: { $ref: `${own}#/$defs/text` }, wrong: 1, right: "a" },
  { keyword: "$ref relative to $id", schema: { $ref: "connector#named" }, wrong: 1, right: "a" },
  { keyword: "$ref to a $id inside", schema: { $ref: "parts/number" }, wrong: "a", right: 1 },
  {
    keyword: "keywords beside $ref",
    schema: { $ref: "#/$defs/short", maxLength: 2 },
    wrong: "abc",
    right: "ab",
  },
  {
    keyword: "$recursiveRef",
    schema: { items: { $recursiveRef: "#" } },
    wrong: [{ const: 2 }],
    right: [{ const: 1 }],
  },
  {
    keyword: "propertyNames",
    schema: { propertyNames: { pattern: "^a" } },
    wrong: { b: 1 },
    right: { a: 1 },
  },
  {
    keyword: "properties",
    schema: { properties: { a: { const: 1 } } },
    wrong: { a: 2 },
    right: {},
  },
  {
    keyword: "additionalProperties",
    schema: { ...a, additionalProperties: { type: "string" } },
    wrong: { a: 1, b: 1 },
    right: { a: 1, b: "b" },
  },
  { keyword: "required", schema: { required: ["a"] }, wrong: {}, right: { a: 1 } },
  { keyword: "minProperties", schema: { minProperties: 1 }, wrong: {}, right: { a: 1 } },
  {
    keyword: "maxProperties",
    schema: { maxProperties: 1 },
    wrong: { a: 1, b: 1 },
    right: { a: 1 },
  },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  { keyword: "if and then", schema: { if: { const: 1 }, then: false }, wrong: 1, right: 2 },
  {
    keyword: "if and else",
    schema: { if: { const: 1 }, else: { type: "string" } },
    wrong: 2,
    right: 1,
  },
  { keyword: "const", schema: { const: 1 }, wrong: 2, right: 1 },
  { keyword: "enum", schema: { enum: [1, "a"] }, wrong: 2, right: "a" },
  { keyword: "type", schema: { type: ["integer", "null"] }, wrong: 1.5, right: null },
  { keyword: "multipleOf", schema: { multipleOf: 3 }, wrong: 4, right: 6 },
  { keyword: "minimum", schema: { minimum: 1 }, wrong: 0, right: 1 },
  { keyword: "maximum", schema: { maximum: 1 }, wrong: 2, right: 1 },
  { keyword: "exclusiveMinimum", schema: { exclusiveMinimum: 1 }, wrong: 1, right: 2 },
  { keyword: "exclusiveMaximum", schema: { exclusiveMaximum: 1 }, wrong: 1, right: 0 },
  { keyword: "minLength", schema: { minLength: 2 }, wrong: "a", right: "ab" },
  { keyword: "maxLength", schema: { maxLength: 2 }, wrong: "abc", right: "ab" },
  { keyword: "pattern", schema: { pattern: "^a" }, wrong: "b", right: "ab" },
  { keyword: "minItems", schema: { minItems: 1 }, wrong: [], right: [1] },
  { keyword: "maxItems", schema: { maxItems: 1 }, wrong: [1, 2], right: [1] },
  { keyword: "uniqueItems", schema: { uniqueItems: true }, wrong: [1, 1], right: [1, 2] },
  {
    keyword: "items and additionalItems",
    schema: { items: [{ type: "string" }], additionalItems: { type: "number" } },
    wrong: ["a", "b"],
    right: ["a", 1],
  },
  {
    keyword: "patternProperties",
    schema: { patternProperties: { "^a": { type: "string" } } },
    wrong: { ab: 1 },
    right: { b: 1 },
  },
  { keyword: "not", schema: { not: { type: "string" } }, wrong: "a", right: 1 },
  { keyword: "allOf", schema: { allOf: [{}, { type: "number" }] }, wrong: "a", right: 1 },
  {
    keyword: "anyOf",
    schema: { anyOf: [{ type: "number" }, { const: "a" }] },
    wrong: "b",
    right: 1,
  },
  {
    keyword: "oneOf",
    schema: { oneOf: [{ type: "number" }, { minimum: 5 }] },
    wrong: 6,
    right: 1,
  },
  { keyword: "deprecated", schema: { deprecated: true }, wrong: 1, right: undefined },
  { keyword: "format", schema: { format: "uri" }, wrong: "{{ a }}", right: "https://a.example" },
  {
    keyword: "contentMediaType",
    schema: { contentMediaType: "application/json", contentEncoding: "base64" },
    wrong: "§",
    right: "e30=",
  },
];

/** Keywords that say something to people only, by the draft. */
export const annotations: ReadonlySet<string> = new Set(["format", "contentMediaType"]);

/** A schema with a property for each case, and with what only a whole schema can have. */
export const keywordSchema = {
  $schema: "https://json-schema.org/draft/2019-09/schema",
  $id: own,
  $vocabulary: { "https://json-schema.org/draft/2019-09/vocab/core": true },
  $recursiveAnchor: true,
  $defs: {
    a,
    text: { $anchor: "named", type: "string" },
    short: { type: "string", maxLength: 5 },
    number: { $id: "parts/number", type: "number" },
  },
  properties: {
    ...Object.fromEntries(keywordCases.map(({ keyword, schema }) => [keyword, schema])),
    last: { type: "string" },
  },
};
