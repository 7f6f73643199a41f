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
export function walk(value: unknown, visitor: Visitor): void {
  visit(value, visitor, []);
}

function visit(value: unknown, visitor: Visitor, path: (string | number)[]): void {
  if (typeof value === "string") {
    visitor.text(value, path);
  } else if (Array.isArray(value) && path.length < maxDepth) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      visit(value[index], visitor, path);
      path.pop();
    }
  } else if (isObject(value) && path.length < maxDepth) {
    visitor.object(value, path);
    // No array of keys: there may be a hundred thousand objects, and what JSON makes inherits no keys.
    for (const key in value) {
      path.push(key);
      visit(value[key], visitor, path);
      path.pop();
    }
  }
}
