import type { JsonPath } from "../../platform/json/places";
import { isObject } from "./finding";

export interface Visitor {
  /** @param path is changed when the call has returned: copy what is kept */
  readonly object: (value: Readonly<Record<string, unknown>>, path: JsonPath) => void;
  readonly text: (text: string, path: JsonPath) => void;
}

/** Deeper than any configuration; so that no text exhausts the stack. */
const maxDepth = 500;

/** Visits every object and every text of a value, in its order. */
export function walk(value: unknown, visitor: Visitor, path: (string | number)[] = []): void {
  if (typeof value === "string") {
    visitor.text(value, path);
  } else if (Array.isArray(value) && path.length < maxDepth) {
    const last = path.length;
    for (let index = 0; index < value.length; index++) {
      path[last] = index;
      walk(value[index], visitor, path);
    }
    path.length = last;
  } else if (isObject(value) && path.length < maxDepth) {
    visitor.object(value, path);
    const last = path.length;
    for (const key of Object.keys(value)) {
      path[last] = key;
      walk(value[key], visitor, path);
    }
    path.length = last;
  }
}
