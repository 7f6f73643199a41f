import { schemaUrls } from "./schemaNames";

/** What `JSON.parse` gives. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object, by its keys. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Keywords that hold schemas by names: their keys are no keywords. */
const mapKeywords = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
]);

/** Keywords that hold data, in which nothing is a keyword. */
const dataKeywords = new Set([
  "const",
  "enum",
  "default",
  "examples",
  "required",
  "dependentRequired",
]);

/** What the value of a keyword is. */
export function keywordKind(keyword: string): "map" | "data" | "schema" {
  if (dataKeywords.has(keyword)) {
    return "data";
  }
  return mapKeywords.has(keyword) ? "map" : "schema";
}

interface Target {
  /** Of a URI, without its `#`. */
  readonly fragment: string;
  readonly schema: JsonObject;
}

/** A schema in the whole one, and the way to it. */
interface Step {
  readonly schema: JsonObject;
  readonly parent?: Step | undefined;
  /** Of the pointer, from the parent: slashes and tildes are escaped. */
  readonly pointer: string;
}

/** Longer ones are no references: each would be put together and taken apart for every use. */
const longestAddress = 2000;

/** Where the references in a schema lead to: by pointer, by `$anchor`, and by the `$id`s inside it. */
export class SchemaReferences {
  /** By address: that of a `$id`, or of a `$anchor` below it. */
  private readonly byAddress = new Map<string, Step>();
  private readonly bases = new Map<JsonObject, string>();

  constructor(root: Json) {
    const [base = ""] = schemaUrls;
    if (isJsonObject(root)) {
      schemaUrls.forEach((url) => this.byAddress.set(url, { schema: root, pointer: "" }));
    }
    this.collect(root, { pointer: "", outer: base });
  }

  /**
   * Where a reference leads to.
   * @param from the schema that has the reference
   * @returns undefined where it leads out of the whole schema, or nowhere
   */
  target(from: JsonObject, reference: Json | undefined): Target | undefined {
    const url = addressOf(reference, this.bases.get(from));
    const [resource = "", fragment = ""] = url.split("#");
    const isPointer = fragment === "" || fragment.startsWith("/");
    const start = this.byAddress.get(isPointer ? resource : url);
    if (start === undefined) {
      return undefined;
    }
    const below = isPointer ? decoded(fragment) : "";
    const pointer = pointerTo(start) + below;
    const schema = follow(start.schema, below);
    return isJsonObject(schema) && this.bases.has(schema) && pointer.length <= longestAddress
      ? { fragment: encodeURI(pointer).replaceAll("#", "%23"), schema }
      : undefined;
  }

  private collect(
    value: Json,
    at: { readonly parent?: Step; readonly pointer: string; readonly outer: string },
    isMap = false,
  ): void {
    const { parent, pointer, outer } = at;
    if (!isJsonObject(value)) {
      if (Array.isArray(value)) {
        value.forEach((item, index) =>
          this.collect(item, { ...at, pointer: `${pointer}/${index}` }),
        );
      }
      return;
    }
    const step: Step = { schema: value, parent, pointer };
    const { $id, $anchor } = isMap ? {} : value;
    const [base = ""] = typeof $id === "string" ? addressOf($id, outer).split("#") : [outer];
    if (typeof $id === "string") {
      this.byAddress.set(base, step);
    }
    if (typeof $anchor === "string" && $anchor.length <= longestAddress) {
      this.byAddress.set(`${base}#${$anchor}`, step);
    }
    this.bases.set(value, base);
    for (const [key, part] of Object.entries(value)) {
      const kind = isMap ? "schema" : keywordKind(key);
      if (kind !== "data") {
        const name = key.replaceAll("~", "~0").replaceAll("/", "~1");
        this.collect(part, { parent: step, pointer: `/${name}`, outer: base }, kind === "map");
      }
    }
  }
}

/** The pointer from the whole schema; of one that is longer than an address, only as much as shows that. */
function pointerTo(step: Step): string {
  let pointer = "";
  for (let at: Step | undefined = step; at && pointer.length <= longestAddress; at = at.parent) {
    pointer = at.pointer + pointer;
  }
  return pointer;
}

/** What a pointer leads to. */
function follow(schema: JsonObject, pointer: string): Json | undefined {
  let at: Json | undefined = schema;
  for (const written of pointer.split("/").slice(1)) {
    const name = written.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(at)) {
      at = /^(0|[1-9]\d*)$/.test(name) ? at[Number(name)] : undefined;
    } else {
      at = isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
    }
  }
  return at;
}

/** Whether a value is a JSON object: no list, and not null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Empty where it is none. */
function addressOf(reference: Json | undefined, base = ""): string {
  if (typeof reference !== "string" || reference.length > longestAddress) {
    return "";
  }
  return URL.canParse(reference, base) ? new URL(reference, base).href : "";
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
