import {
  isJsonObject,
  keywordKind,
  SchemaReferences,
  type Json,
  type JsonObject,
} from "./schemaReferences";

/**
 * Keywords that are resolved here, since the editor's JSON support stops validating at those that it does
 * not follow; and `format`, which the draft only annotates and some versions of VS Code enforce.
 */
const dropped = new Set([
  "$ref",
  "$recursiveRef",
  "$recursiveAnchor",
  "$id",
  "$anchor",
  "$vocabulary",
  "docs",
  "format",
]);

/** What the editor takes from a property's own schema when it completes the property. */
const shown = ["type", "enum", "const", "default"];

/**
 * The service's schema as the editor's JSON support can use it. The texts of its own keyword `docs` become
 * descriptions, which hovers and completions show; references lead to places in the schema itself. It
 * allows what the service's schema allows, and more where a reference leads out of it.
 * @param text a JSON object
 * @returns a schema that allows everything where the text is nested deeper than the stack
 */
export function servedSchema(text: string): string {
  try {
    return served(JSON.parse(text));
  } catch (error) {
    if (error instanceof RangeError) {
      return "{}";
    }
    throw error;
  }
}

function served(root: Json): string {
  const keywordsOf = shownKeywords();
  const references = new SchemaReferences(root);
  const schemaFrom = (schema: Json): Json => {
    if (Array.isArray(schema)) {
      return schema.map(schemaFrom);
    }
    return isJsonObject(schema) ? objectFrom(schema) : schema;
  };
  const objectFrom = (schema: JsonObject): JsonObject => {
    const keywords = Object.entries(schema).filter(([key]) => !dropped.has(key));
    const own = Object.fromEntries([
      ...keywords.map(([key, value]): [string, Json] => [key, partFrom(key, value)]),
      ...descriptionOf(schema),
    ]);
    const target = references.target(schema, schema["$ref"] ?? schema["$recursiveRef"]);
    if (!target) {
      return own;
    }
    const reference = { $ref: `#${target.fragment}` };
    return Object.keys(own).length === 0
      ? reference
      : beside(own, reference, keywordsOf(target.schema));
  };
  const partFrom = (key: string, value: Json): Json => {
    const kind = keywordKind(key);
    if (kind === "data") {
      return value;
    }
    return kind === "map" && isJsonObject(value) ? mapValues(value, schemaFrom) : schemaFrom(value);
  };
  return JSON.stringify(schemaFrom(root));
}

/**
 * Older versions of VS Code let what is referred to replace the keywords beside the reference, and the
 * newest do so with its description. In an `allOf` all of them count, and the first description is shown.
 */
function beside(own: JsonObject, reference: JsonObject, keywords: JsonObject): JsonObject {
  const { description, allOf } = own;
  const first = description === undefined ? [] : [{ description }];
  return {
    ...keywords,
    ...own,
    allOf: [...first, reference, ...(Array.isArray(allOf) ? allOf : [])],
  };
}

/** How long all that is repeated beside references may be together: a long list may be referred to often. */
const mostRepeated = 1_000_000;

/** What is repeated of a schema beside a reference to it. */
function shownKeywords(): (target: JsonObject) => JsonObject {
  const known = new Map<JsonObject, { readonly keywords: JsonObject; readonly length: number }>();
  let left = mostRepeated;
  return (target) => {
    const all = known.get(target) ?? measured(target);
    known.set(target, all);
    left -= all.length;
    return left >= 0 ? all.keywords : {};
  };
}

function measured(target: JsonObject) {
  const keywords = Object.fromEntries(
    shown.flatMap((key): [string, Json][] => {
      const value = Object.hasOwn(target, key) ? target[key] : undefined;
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return { keywords, length: JSON.stringify(keywords).length };
}

/** Plain text, not markdown: the editor escapes it. */
function descriptionOf(schema: JsonObject): [string, Json][] {
  const texts = [schema["description"], schema["docs"]].filter((one) => isText(one));
  return texts.length > 0 ? [["description", [...new Set(texts)].join("\n\n")]] : [];
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string" && value !== "";
}

function mapValues(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
