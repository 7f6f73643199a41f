import type { Schema } from "./forms";

export type Node = Readonly<Record<string, unknown>>;

/** Reads an OpenAPI 3.0 document: follows its references, and puts its schemas in our form. */
export function createReader(document: Node) {
  function resolve(value: unknown): Node {
    const node = asNode(value);
    const reference = node["$ref"];
    if (typeof reference !== "string") {
      return node;
    }
    const steps = reference.replace(/^#\//, "").split("/");
    const target = steps.reduce<unknown>((at, step) => asNode(at)[unescapeStep(step)], document);
    if (target === undefined) {
      throw new Error(`${reference} leads nowhere.`);
    }
    return resolve(target);
  }

  /** Without prose; `allOf` merged; `nullable` as a second type. */
  function plain(value: unknown): Schema {
    const { allOf, nullable, properties, items, ...rest } = resolve(value);
    const parts = ((allOf as unknown[] | undefined) ?? []).map(plain);
    const own: Record<string, unknown> = Object.fromEntries(
      Object.entries(rest).filter(([keyword]) => constraints.has(keyword)),
    );
    if (properties) {
      own["properties"] = mapValues(asNode(properties), plain);
    }
    if (items) {
      own["items"] = plain(items);
    }
    if (nullable) {
      own["type"] = [own["type"], "null"];
    }
    return [...parts, own].reduce<Schema>(merge, {});
  }

  return { resolve, plain };
}

/** The keywords that decide what is valid. */
const constraints = new Set(
  ["type", "format", "enum", "const", "pattern", "required", "additionalProperties"].concat(
    ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems"],
    ["exclusiveMinimum", "exclusiveMaximum", "uniqueItems", "oneOf", "anyOf", "not"],
  ),
);

export function asNode(value: unknown): Node {
  return typeof value === "object" && value !== null ? (value as Node) : {};
}

export function mapValues<T>(node: Node, map: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, map(value)]));
}

function merge(left: Schema, right: Schema): Schema {
  const properties = { ...asNode(left["properties"]), ...asNode(right["properties"]) };
  const required = [left, right].flatMap((one) => (one["required"] as string[] | undefined) ?? []);
  return {
    ...left,
    ...right,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}

function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
