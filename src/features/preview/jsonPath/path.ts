import type { Effort } from "./effort";

/** A step of a path by a name, an index (negative: from the end), or `*`. */
export type PathStep =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "all" };

/** A step of a path: to the children that it chooses, of a value or (`descendants`) of all that is in it. */
export type Segment =
  | PathStep
  | {
      readonly kind: "slice";
      readonly start: number | undefined;
      readonly end: number | undefined;
      readonly step: number | undefined;
    }
  | { readonly kind: "filter"; readonly holds: Read<boolean> }
  | { readonly kind: "several" | "descendants"; readonly of: readonly Segment[] };

/** Reads something of a value in a filter. */
export type Read<T> = (at: FilterContext) => T;

/** The value that a filter looks at, and what the whole path began at. */
export interface FilterContext {
  readonly here: unknown;
  readonly root: unknown;
  readonly effort: Effort;
}

/** Whether a path can find several values. */
export function isPlural(segments: readonly Segment[]): boolean {
  return segments.some(({ kind }) => kind !== "name" && kind !== "index");
}

/** Whether the service's documentation shows paths of this form; the others are those of RFC 9535 alone. */
export function isDocumented(segments: readonly Segment[]): boolean {
  return segments.every(({ kind }) => kind === "name" || kind === "index" || kind === "all");
}

/** The path as the documentation spells it: `$.a.b`, `$['a.b']`, `$.0`, `$.*`. */
export function pathText(steps: readonly PathStep[]): string {
  const texts = steps.map((step) => {
    if (step.kind === "all") {
      return ".*";
    }
    if (step.kind === "index") {
      return step.index < 0 ? `[${step.index}]` : `.${step.index}`;
    }
    return /^[A-Za-z_]\w*$/.test(step.name) ? `.${step.name}` : `[${quoted(step.name)}]`;
  });
  return `$${texts.join("")}`;
}

function quoted(name: string): string {
  const inner = JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"');
  return `'${inner.replaceAll("'", "\\'")}'`;
}
