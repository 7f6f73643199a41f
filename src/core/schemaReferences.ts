import { schemaUrls } from "./schemaMember";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

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
export function kindOf(keyword: string): "map" | "data" | "schema" {
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

/** Where the references in a schema lead to: by pointer, by `$anchor`, and by the `$id`s inside it. */
export class SchemaReferences {
  private readonly byPointer = new Map<string, JsonObject>();
  /** Pointers by address: that of a `$id`, or of a `$anchor` below it. */
  private readonly byAddress = new Map<string, string>();
  private readonly bases = new Map<JsonObject, string>();

  constructor(root: Json) {
    const [base = ""] = schemaUrls;
    schemaUrls.forEach((url) => this.byAddress.set(url, ""));
    this.collect(root, "", base);
  }

  /**
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
    const pointer = isPointer ? start + decoded(fragment) : start;
    const schema = this.byPointer.get(pointer);
    return schema && { fragment: encodeURI(pointer).replaceAll("#", "%23"), schema };
  }

  private collect(value: Json, pointer: string, outer: string, isMap = false): void {
    if (!isObject(value)) {
      if (Array.isArray(value)) {
        value.forEach((item, index) => this.collect(item, `${pointer}/${index}`, outer));
      }
      return;
    }
    const { $id, $anchor } = isMap ? {} : value;
    const [base = ""] = typeof $id === "string" ? addressOf($id, outer).split("#") : [outer];
    if (typeof $id === "string") {
      this.byAddress.set(base, pointer);
    }
    if (typeof $anchor === "string") {
      this.byAddress.set(`${base}#${$anchor}`, pointer);
    }
    this.byPointer.set(pointer, value);
    this.bases.set(value, base);
    for (const [key, part] of Object.entries(value)) {
      const kind = isMap ? "schema" : kindOf(key);
      if (kind !== "data") {
        const name = key.replaceAll("~", "~0").replaceAll("/", "~1");
        this.collect(part, `${pointer}/${name}`, base, kind === "map");
      }
    }
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Empty where it is none. */
function addressOf(reference: Json | undefined, base = ""): string {
  const isAddress = typeof reference === "string" && URL.canParse(reference, base);
  return isAddress ? new URL(reference, base).href : "";
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
