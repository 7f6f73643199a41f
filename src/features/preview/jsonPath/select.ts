import { isRecord } from "../../rows/responseJson";
import { Effort, TooManyMatchesError } from "./effort";
import type { Segment } from "./path";

/** What a path finds, and where it stands: `holder[key]` is it. */
export interface Match {
  readonly holder: Holder;
  readonly key: string | number;
  readonly value: unknown;
}

/** An object or a list, in which a match can be replaced. */
export type Holder = Record<string, unknown> | unknown[];

/** So many matches of one path are kept at most. */
const mostMatches = 2_000_000;

/**
 * Everything that a path finds in a value, in the value's order. Throws `TooManyMatchesError`.
 * @param top what `$` means in the path's filters
 */
export function select(
  root: unknown,
  segments: readonly Segment[],
  effort = new Effort(),
  top = root,
): Match[] {
  return selectFrom({ holder: [root], key: 0, value: root }, segments, effort, top);
}

/** As `select`, from a place: a path of `$` alone finds that place, where the value can be replaced. */
export function selectFrom(
  start: Match,
  segments: readonly Segment[],
  effort = new Effort(),
  root = start.value,
): Match[] {
  let matches: Match[] = [start];
  for (const segment of segments) {
    const found: Match[] = [];
    for (const { value } of matches) {
      choose(value, segment, { found, effort, root });
    }
    effort.spend(found.length);
    matches = found;
  }
  return matches;
}

/** The one value of a path of names and indexes; undefined where nothing stands there. Faster than `select`. */
export function valueOf(root: unknown, segments: readonly Segment[]): unknown {
  let value = root;
  for (const segment of segments) {
    if (segment.kind === "name") {
      value = memberOf(value, segment.name);
    } else if (segment.kind === "index") {
      value = Array.isArray(value) ? value.at(segment.index) : undefined;
    } else {
      return undefined;
    }
    if (value === undefined) {
      return undefined;
    }
  }
  return value;
}

/** JSON has no functions, which all that objects inherit is but `__proto__`: to ask for own members only takes longer. */
function memberOf(value: unknown, name: string): unknown {
  const member = isRecord(value) ? value[name] : undefined;
  const mayBeInherited = typeof member === "function" || name === "__proto__";
  return mayBeInherited && !Object.hasOwn(Object(value), name) ? undefined : member;
}

interface Selection {
  readonly found: Match[];
  readonly effort: Effort;
  readonly root: unknown;
}

/** Adds the children of a value that a step chooses. */
function choose(value: unknown, segment: Segment, selection: Selection): void {
  const { found, effort, root } = selection;
  switch (segment.kind) {
    case "name":
      if (isRecord(value) && Object.hasOwn(value, segment.name)) {
        add(found, value, segment.name, value[segment.name]);
      }
      return;
    case "index":
    case "slice":
      if (Array.isArray(value)) {
        for (const index of indexesOf(segment, value.length)) {
          add(found, value, index, value[index]);
        }
      }
      return;
    case "several":
      effort.spend(segment.of.length);
      segment.of.forEach((one) => choose(value, one, selection));
      return;
    case "descendants":
      for (const part of partsOf(value, effort)) {
        segment.of.forEach((one) => choose(part, one, selection));
      }
      return;
    case "all":
    case "filter": {
      const holds = segment.kind === "all" ? undefined : segment.holds;
      if (Array.isArray(value)) {
        for (let index = 0; index < value.length; index++) {
          if (!holds || holds({ here: value[index], root, effort })) {
            add(found, value, index, value[index]);
          }
        }
      } else if (isRecord(value)) {
        for (const key of Object.keys(value)) {
          if (!holds || holds({ here: value[key], root, effort })) {
            add(found, value, key, value[key]);
          }
        }
      }
    }
  }
}

function add(found: Match[], holder: Holder, key: string | number, value: unknown): void {
  if (found.push({ holder, key, value }) > mostMatches) {
    throw new TooManyMatchesError();
  }
}

/** A list or an object and all that are in it, each before what is in it. Without recursion: nesting may be deep. */
function* partsOf(value: unknown, effort: Effort): Generator<Holder> {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const part = open.pop();
    if (Array.isArray(part) || isRecord(part)) {
      yield part;
      const children: readonly unknown[] = Array.isArray(part) ? part : Object.values(part);
      effort.spend(children.length + 1);
      for (let index = children.length - 1; index >= 0; index--) {
        open.push(children[index]);
      }
    }
  }
}

/** The indexes that are meant, in their order; https://www.rfc-editor.org/rfc/rfc9535#name-array-slice-selector. */
function indexesOf(
  segment: Extract<Segment, { kind: "index" | "slice" }>,
  length: number,
): readonly number[] {
  if (segment.kind === "index") {
    const index = segment.index < 0 ? length + segment.index : segment.index;
    return index >= 0 && index < length ? [index] : [];
  }
  const { start, end, step = 1 } = segment;
  const isForward = step > 0;
  const [lowest, highest] = isForward ? [0, length] : [-1, length - 1];
  const bound = (given: number | undefined, otherwise: number) => {
    const index = given === undefined || given >= 0 ? given : length + given;
    return index === undefined ? otherwise : Math.min(Math.max(index, lowest), highest);
  };
  const first = bound(start, isForward ? lowest : highest);
  const last = bound(end, isForward ? highest : lowest);
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((last - first) / step));
  return Array.from({ length: count }, (_, n) => first + n * step);
}
