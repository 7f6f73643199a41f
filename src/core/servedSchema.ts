type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Keywords that hold schemas by names: their keys are no keywords. */
const maps = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
]);

/** Keywords that hold data, in which nothing is a keyword. */
const data = new Set(["const", "enum", "default", "examples", "required"]);

/**
 * The service's schema as the editor's JSON support can show it: the texts of its own keyword `docs` become
 * descriptions, which hovers and completions show. Nothing else is changed.
 * @param text a JSON object
 */
export function servedSchema(text: string): string {
  const schema: Json = JSON.parse(text);
  return JSON.stringify(schemaFrom(schema));
}

function schemaFrom(schema: Json): Json {
  if (Array.isArray(schema)) {
    return schema.map(schemaFrom);
  }
  if (!isObject(schema)) {
    return schema;
  }
  const entries = Object.entries(schema).map(([key, value]): [string, Json] => {
    if (data.has(key)) {
      return [key, value];
    }
    return maps.has(key) && isObject(value)
      ? [key, mapValues(value, schemaFrom)]
      : [key, schemaFrom(value)];
  });
  const texts = [schema["description"], schema["docs"]].filter((one) => isText(one));
  // Plain text, not markdown: the editor escapes it.
  return texts.length > 0
    ? { ...Object.fromEntries(entries), description: [...new Set(texts)].join("\n\n") }
    : Object.fromEntries(entries);
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string" && value !== "";
}

function mapValues(object: { readonly [key: string]: Json }, change: (value: Json) => Json): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
