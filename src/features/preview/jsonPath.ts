import { isRecord } from "../rows/responseJson";

/** One step of a path: a member's name, an item's index (negative: from the end), or all that is there. */
export type Segment =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "all" };

/** Why a path gives nothing: it is no JSONPath, or it has a form that the service's documentation doesn't show. */
export type PathProblem = "malformed" | "notDocumented";

/** A path's steps from `$`, or why there are none. */
export type ParsedPath =
  | { readonly segments: readonly Segment[] }
  | { readonly problem: PathProblem };

/** What a path finds, and where it stands: `holder[key]` is it. */
export interface Match {
  readonly holder: Holder;
  readonly key: string | number;
  readonly value: unknown;
}

export type Holder = Record<string, unknown> | unknown[];

/** So many matches at most: adapters may put one object into many rows, and paths go through each of them. */
const mostMatches = 2_000_000;

/** A path matches more than is looked at. */
export class TooManyMatchesError extends Error {
  override readonly name = "TooManyMatchesError";
}

const nameStep = /\.([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)/y;
/** The service's own form of an index, https://docs.supermetrics.com/docs/time-series; the standard has `[0]`. */
const numberStep = /\.(\d{1,15})(?=[.[]|$)/y;
const allStep = /\.\*|\[\s{0,100}\*\s{0,100}\]/y;
const indexStep = /\[\s{0,100}(0|-?[1-9]\d{0,14})\s{0,100}\]/y;
const quotedStep =
  /\[\s{0,100}(?:'((?:[^'\\]|\\.){0,1000})'|"((?:[^"\\]|\\.){0,1000})")\s{0,100}\]/y;
const otherStep = /\.\.|\[/y;

/**
 * Reads a JSONPath in the forms that the documentation shows, and their spellings in RFC 9535: `$`, `.name`, `.*`,
 * `.0`, `['a name']`, `[0]`, `[*]`. Descendants, slices, filters and lists of selectors are not documented.
 * Takes linear time.
 */
export function parsePath(path: string): ParsedPath {
  if (!path.startsWith("$")) {
    return { problem: "malformed" };
  }
  const segments: Segment[] = [];
  let at = 1;
  const take = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at;
    const found = form.exec(path);
    at += found?.[0].length ?? 0;
    return found;
  };
  while (at < path.length) {
    const name = take(nameStep);
    const index = name ? null : (take(numberStep) ?? take(indexStep));
    if (name) {
      segments.push({ kind: "name", name: name[1] ?? "" });
    } else if (index) {
      segments.push({ kind: "index", index: Number(index[1]) });
    } else if (take(allStep)) {
      segments.push({ kind: "all" });
    } else {
      const found = take(quotedStep);
      const unquoted = found && unescape(found[1] ?? found[2] ?? "");
      if (typeof unquoted !== "string") {
        return { problem: !found && take(otherStep) ? "notDocumented" : "malformed" };
      }
      segments.push({ kind: "name", name: unquoted });
    }
  }
  return { segments };
}

/** What stands between quotes; undefined where an escape is none, or a character must be escaped. */
function unescape(inner: string): string | undefined {
  const json = inner.replace(/\\(.)|"/gs, (all, escaped: string | undefined) =>
    escaped === "'" ? "'" : escaped === undefined ? '\\"' : all,
  );
  try {
    return String(JSON.parse(`"${json}"`));
  } catch {
    return undefined;
  }
}

/** Everything that a path finds in a value, in the value's order. Throws `TooManyMatchesError`. */
export function select(root: unknown, segments: readonly Segment[]): Match[] {
  return selectFrom({ holder: [root], key: 0, value: root }, segments);
}

/** As `select`, from a place: a path of `$` alone finds that place, where the value can be replaced. */
export function selectFrom(start: Match, segments: readonly Segment[]): Match[] {
  let matches: Match[] = [start];
  for (const segment of segments) {
    const next: Match[] = [];
    for (const { value } of matches) {
      step(value, segment, next);
    }
    matches = next;
  }
  return matches;
}

/** The one value of a path without `*`; undefined where nothing stands there. Faster than `select`. */
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

/** Whether a path can find several values. */
export function isPlural(segments: readonly Segment[]): boolean {
  return segments.some(({ kind }) => kind === "all");
}

function step(value: unknown, segment: Segment, found: Match[]): void {
  const add = (match: Match) => {
    if (found.push(match) > mostMatches) {
      throw new TooManyMatchesError();
    }
  };
  if (segment.kind === "name") {
    if (isRecord(value) && Object.hasOwn(value, segment.name)) {
      add({ holder: value, key: segment.name, value: value[segment.name] });
    }
  } else if (segment.kind === "index") {
    const index =
      segment.index < 0 && Array.isArray(value) ? value.length + segment.index : segment.index;
    if (Array.isArray(value) && index >= 0 && index < value.length) {
      add({ holder: value, key: index, value: value[index] });
    }
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      add({ holder: value, key: index, value: value[index] });
    }
  } else if (isRecord(value)) {
    for (const key of Object.keys(value)) {
      add({ holder: value, key, value: value[key] });
    }
  }
}

/** The path as the documentation spells it: `$.a.b`, `$['a.b']`, `$.0`, `$.*`. */
export function pathText(segments: readonly Segment[]): string {
  const steps = segments.map((segment) => {
    if (segment.kind === "all") {
      return ".*";
    }
    if (segment.kind === "index") {
      return segment.index < 0 ? `[${segment.index}]` : `.${segment.index}`;
    }
    const { name } = segment;
    return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${quoted(name)}]`;
  });
  return `$${steps.join("")}`;
}

function quoted(name: string): string {
  const inner = JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"');
  return `'${inner.replaceAll("'", "\\'")}'`;
}
