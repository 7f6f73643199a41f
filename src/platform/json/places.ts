import {
  closeBrace,
  closeBracket,
  comma,
  openBrace,
  openBracket,
  skipSpace,
  skipString,
  skipValue,
} from "./scan";
import type { Place } from "./namedPlace";

export type JsonPath = readonly (string | number)[];

/** Where a value stands, and the key before it where it has one. */
export interface Located {
  readonly key?: Place | undefined;
  readonly value: Place;
}

interface Wanted {
  readonly children: Map<string | number, Wanted>;
  located?: Located;
}

interface Step {
  readonly name: string | number;
  readonly key?: Place | undefined;
  /** Where the value begins. */
  readonly start: number;
}

/**
 * Where the values at some paths stand. One pass over the text, which goes only into what is asked for.
 * @param json a text that `JSON.parse` accepts
 * @returns in the order of the paths; undefined for one that the text does not have
 */
export function locate(json: string, paths: readonly JsonPath[]): (Located | undefined)[] {
  const root: Wanted = { children: new Map() };
  const wanted = paths.map((path) => path.reduce(childOf, root));
  find(json, { name: "", start: skipSpace(json, 0) }, root);
  return wanted.map(({ located }) => located);
}

/**
 * Goes through the members of an object, or the items of an array.
 * @param start where its bracket stands
 * @param step gets each of them, and gives the index after its value
 * @returns the index after the closing bracket
 */
export function stepThrough(json: string, start: number, step: (step: Step) => number): number {
  const isObject = json.charCodeAt(start) === openBrace;
  const close = isObject ? closeBrace : closeBracket;
  let at = skipSpace(json, start + 1);
  for (let index = 0; json.charCodeAt(at) !== close && at < json.length; index++) {
    if (isObject) {
      const offset = at;
      const keyEnd = skipString(json, at);
      const name = String(JSON.parse(json.slice(offset, keyEnd)));
      at = skipSpace(json, skipSpace(json, keyEnd) + 1);
      at = step({ name, key: { offset, length: keyEnd - offset }, start: at });
    } else {
      at = step({ name: index, start: at });
    }
    at = skipSpace(json, at);
    at = json.charCodeAt(at) === comma ? skipSpace(json, at + 1) : at;
  }
  return at + 1;
}

export function hasParts(json: string, start: number): boolean {
  const code = json.charCodeAt(start);
  return code === openBrace || code === openBracket;
}

function childOf(parent: Wanted, name: string | number): Wanted {
  const child = parent.children.get(name) ?? { children: new Map() };
  parent.children.set(name, child);
  return child;
}

function find(json: string, { key, start }: Step, wanted: Wanted): number {
  forget(wanted); // of repeated keys the last counts, as it does for `JSON.parse`
  let end: number;
  if (wanted.children.size > 0 && hasParts(json, start)) {
    end = stepThrough(json, start, (step) => {
      const child = wanted.children.get(step.name);
      return child ? find(json, step, child) : skipValue(json, step.start);
    });
  } else {
    end = start + json.slice(start, skipValue(json, start)).trimEnd().length;
  }
  wanted.located = { key, value: { offset: start, length: end - start } };
  return end;
}

function forget(wanted: Wanted): void {
  if (wanted.located) {
    delete wanted.located;
    wanted.children.forEach(forget);
  }
}
