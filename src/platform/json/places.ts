import {
  closeBracket,
  forEachPart,
  hasParts,
  openBracket,
  skipSeparator,
  skipSpace,
  skipValue,
  type Part,
  type Place,
} from "./scan";

export type { Place } from "./scan";

/** Keys and indexes from the outermost value to one within it. */
export type JsonPath = readonly (string | number)[];

/** Where a value stands, and the key before it where it has one. */
export interface Located {
  readonly key?: Place | undefined;
  readonly value: Place;
}

/** The place of a path's value; of the nearest value around it where the text does not have it. */
export interface NearestLocated extends Located {
  /** How many of the path's last segments the text does not have. */
  readonly missing: number;
}

/** A segment of the paths that are wanted, and those that follow on it. */
interface Wanted {
  readonly parent: Wanted | undefined;
  readonly children: Map<string | number, Wanted>;
  located?: Located;
}

/**
 * Where the values at some paths stand. One pass over the text, which goes only into what is asked for.
 * @param json a text that `JSON.parse` accepts
 * @returns in the order of the paths; undefined for one that the text does not have
 */
export function locate(json: string, paths: readonly JsonPath[]): (Located | undefined)[] {
  return locateAll(json, paths).map(({ located }) => located);
}

/**
 * Where the values at some paths stand, or what is nearest around them.
 * @param json a text that `JSON.parse` accepts
 * @returns in the order of the paths
 */
export function locateNearest(json: string, paths: readonly JsonPath[]): NearestLocated[] {
  return locateAll(json, paths).map((wanted) => {
    let missing = 0;
    let nearest: Wanted | undefined = wanted;
    while (nearest && !nearest.located) {
      nearest = nearest.parent;
      missing++;
    }
    return { ...(nearest?.located ?? { value: { offset: 0, length: 0 } }), missing };
  });
}

/**
 * Where a part of a string stands in the text.
 * @param start where the string begins, with its quote
 * @param part in UTF-16 code units of what the string says
 */
export function placeInString(json: string, start: number, part: Place): Place {
  return placesInString(json, start, [part])[0] ?? part;
}

/**
 * Where parts of a string stand in the text, in one pass over the string.
 * @param start where the string begins, with its quote
 * @param parts in their order, none in another, in UTF-16 code units of what the string says
 */
export function placesInString(json: string, start: number, parts: readonly Place[]): Place[] {
  let unit = 0;
  let at = start + 1;
  const passTo = (units: number) => {
    for (; unit < units; unit++) {
      at += json[at] === "\\" ? (json[at + 1] === "u" ? 6 : 2) : 1;
    }
    return at;
  };
  return parts.map(({ offset, length }) => {
    const first = passTo(offset);
    return { offset: first, length: passTo(offset + length) - first };
  });
}

function locateAll(json: string, paths: readonly JsonPath[]): Wanted[] {
  const root: Wanted = { parent: undefined, children: new Map() };
  const wanted = paths.map((path) => path.reduce(childOf, root));
  if (wanted.length > 0) {
    find(json, { name: "", start: skipSpace(json, 0) }, root);
  }
  return wanted;
}

function childOf(parent: Wanted, name: string | number): Wanted {
  let child = parent.children.get(name);
  if (!child) {
    child = { parent, children: new Map() };
    parent.children.set(name, child);
  }
  return child;
}

function find(json: string, { key, start }: Part, wanted: Wanted): number {
  forget(wanted); // of repeated keys the last counts, as it does for `JSON.parse`
  let end: number;
  if (wanted.children.size > 0 && hasParts(json, start)) {
    end = findParts(json, start, wanted.children);
  } else {
    end = start + json.slice(start, skipValue(json, start)).trimEnd().length;
  }
  wanted.located = { key, value: { offset: start, length: end - start } };
  return end;
}

function findParts(
  json: string,
  start: number,
  children: ReadonlyMap<string | number, Wanted>,
): number {
  if (json.charCodeAt(start) === openBracket) {
    return findItems(json, start, children);
  }
  return forEachPart(json, start, (part) => {
    const child = children.get(part.name);
    return child ? find(json, part, child) : skipValue(json, part.start);
  });
}

/** Behind the last item that is wanted, nothing is looked at but the brackets. */
function findItems(
  json: string,
  start: number,
  children: ReadonlyMap<string | number, Wanted>,
): number {
  const last = [...children.keys()].reduce<number>(
    (greatest, name) => (typeof name === "number" ? Math.max(greatest, name) : greatest),
    -1,
  );
  let at = skipSpace(json, start + 1);
  for (let index = 0; index <= last; index++) {
    if (json.charCodeAt(at) === closeBracket || at >= json.length) {
      break;
    }
    const child = children.get(index);
    const end = child ? find(json, { name: index, start: at }, child) : skipValue(json, at);
    at = skipSeparator(json, end);
  }
  return skipValue(json, at, 1);
}

function forget(wanted: Wanted): void {
  if (wanted.located) {
    delete wanted.located;
    wanted.children.forEach(forget);
  }
}
