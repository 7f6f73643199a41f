import type { JsonPath } from "./places";

/** Whether `JSON.parse` accepts a text. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a parsed value is a JSON object: no list, and not null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object's own members; nothing of what is no object. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** A list's items; nothing of what is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string; undefined for every other value. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value at a path of keys; undefined where an object on the way, or the key, is missing. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, key) => membersOf(parent)[key], value);
}

/** What `walk` calls. */
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
