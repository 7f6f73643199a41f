import { filterAt } from "./filter";
import type { Segment } from "./path";
import { stringLiteralAt } from "./literals";
import { PathError, Reader, type PathProblem } from "./reader";

/** A path's steps from `$`, or why there are none. */
export type ParsedPath =
  | { readonly segments: readonly Segment[] }
  | { readonly problem: PathProblem };

const mostCharacters = 20_000;

/**
 * Reads a JSONPath as RFC 9535 has it, https://www.rfc-editor.org/rfc/rfc9535, and with a number as a step (`$.a.0`),
 * which is the service's own form of an index, https://docs.supermetrics.com/docs/time-series. Takes linear time.
 */
export function parsePath(path: string): ParsedPath {
  const reader = new Reader(path);
  if (path.length > mostCharacters) {
    return { problem: "tooLong" };
  }
  try {
    reader.need("$");
    const segments = segmentsAt(reader);
    return reader.at < path.length ? { problem: "malformed" } : { segments };
  } catch (error) {
    if (error instanceof PathError) {
      return { problem: error.problem };
    }
    throw error;
  }
}

/** The steps of a path behind its `$` or `@`. */
function segmentsAt(reader: Reader): Segment[] {
  const segments: Segment[] = [];
  for (;;) {
    const before = reader.at;
    reader.space();
    if (reader.skip("..")) {
      const of = reader.skip("[") ? selectorsAt(reader) : [dottedAt(reader)];
      segments.push({ kind: "descendants", of });
    } else if (reader.skip(".")) {
      const index = reader.take(/\d{1,15}(?=[.[]|$)/y);
      segments.push(
        index === undefined ? dottedAt(reader) : { kind: "index", index: Number(index) },
      );
    } else if (reader.skip("[")) {
      const of = selectorsAt(reader);
      const [only] = of;
      segments.push(only && of.length === 1 ? only : { kind: "several", of });
    } else {
      reader.at = before;
      return segments;
    }
  }
}

function dottedAt(reader: Reader): Segment {
  return reader.skip("*")
    ? { kind: "all" }
    : {
        kind: "name",
        name: reader.take(/[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y) ?? reader.fail(),
      };
}

/** What stands in brackets. */
function selectorsAt(reader: Reader): Segment[] {
  const selectors: Segment[] = [];
  do {
    reader.space();
    selectors.push(selectorAt(reader));
    reader.space();
  } while (reader.skip(","));
  reader.need("]");
  return selectors;
}

function selectorAt(reader: Reader): Segment {
  const name = stringLiteralAt(reader);
  if (name !== undefined) {
    return { kind: "name", name };
  }
  if (reader.skip("*")) {
    return { kind: "all" };
  }
  if (reader.skip("?")) {
    return { kind: "filter", holds: reader.nested((inner) => filterAt(inner, segmentsAt)) };
  }
  const start = integerAt(reader);
  if (!reader.skip(":")) {
    return { kind: "index", index: start ?? reader.fail() };
  }
  const end = integerAt(reader);
  return { kind: "slice", start, end, step: reader.skip(":") ? integerAt(reader) : undefined };
}

function integerAt(reader: Reader): number | undefined {
  reader.space();
  const text = reader.take(/0|-?[1-9]\d{0,15}/y);
  reader.space();
  const integer = text === undefined ? undefined : Number(text);
  return integer === undefined || Number.isSafeInteger(integer) ? integer : reader.fail();
}
