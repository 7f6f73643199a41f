/** A JSON Schema; the vocabulary used here means the same in draft 7 and in 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

export function text(maxLength?: number, more: Schema = {}): Schema {
  return { type: "string", ...(maxLength !== undefined && { maxLength }), ...more };
}

export function dateTime(maxLength: number): Schema {
  return text(maxLength, { format: "date-time" });
}

export function uri(): Schema {
  return text(2048, { format: "uri" });
}

export function int(limits: Schema): Schema {
  return { type: "integer", format: "int32", ...limits };
}

export function orNull(schema: Schema): Schema {
  return { ...schema, type: [schema["type"], "null"] };
}

export function listOf(items: Schema, maxItems: number): Schema {
  return { type: "array", items, maxItems };
}

/** An object of which only some properties are promised, and which may have others. */
export function open(properties: Readonly<Record<string, Schema>>, required: string[] = []) {
  return { type: "object", properties, required } satisfies Schema;
}

export function closed(properties: Readonly<Record<string, Schema>>, required: string[]) {
  return { ...open(properties, required), additionalProperties: false } satisfies Schema;
}

/**
 * The same objects with every property required and no other allowed. The documents promise next
 * to nothing about successes, so that `{}` is a connector; a stand-in has to send what they name.
 */
export function complete(schema: Schema): Schema {
  const { properties, items } = schema as {
    properties?: Record<string, Schema>;
    items?: Schema;
  };
  if (items) {
    return { ...schema, items: complete(items) };
  }
  if (!properties) {
    return schema;
  }
  const entries = Object.entries(properties).map(([name, one]) => [name, complete(one)] as const);
  return { ...schema, ...closed(Object.fromEntries(entries), Object.keys(properties)) };
}
