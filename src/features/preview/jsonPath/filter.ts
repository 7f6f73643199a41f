import { isRecord } from "../../rows/responseJson";
import { compare } from "./compareValues";
import { literalAt } from "./literals";
import { isPlural, type Read, type Segment } from "./path";
import type { Reader } from "./reader";
import { select, valueOf } from "./select";

/** Reads the steps of a path that stands in a filter. */
type ReadSegments = (reader: Reader) => readonly Segment[];

/** A part of a filter. */
interface Operand {
  /** The value, undefined where there is none. Not of a path that can find several. */
  readonly value?: Read<unknown>;
  /** Of a path, what it finds. */
  readonly found?: Read<readonly { readonly value: unknown }[]>;
}

/**
 * A filter behind its `?`, https://www.rfc-editor.org/rfc/rfc9535#name-filter-selector. The functions `match` and
 * `search` aren't evaluated: a regular expression may take JavaScript longer than anybody waits.
 */
export function filterAt(reader: Reader, segmentsAt: ReadSegments): Read<boolean> {
  const all = () => partsAt(reader, "&&", () => termAt(reader, segmentsAt));
  const either = partsAt(reader, "||", all);
  return (at) => {
    at.effort.spend(1);
    return either.some((each) => each.every((holds) => holds(at)));
  };
}

function partsAt<T>(reader: Reader, sign: string, part: () => T): T[] {
  const parts: T[] = [];
  do {
    reader.space();
    parts.push(part());
    reader.space();
  } while (reader.skip(sign));
  return parts;
}

function termAt(reader: Reader, segmentsAt: ReadSegments): Read<boolean> {
  const isNot = reader.skip("!");
  reader.space();
  if (reader.skip("(")) {
    const inner = reader.nested(() => filterAt(reader, segmentsAt));
    reader.need(")");
    return (at) => inner(at) !== isNot;
  }
  const left = operandAt(reader, segmentsAt);
  reader.space();
  const sign = isNot ? undefined : reader.take(/[=!<>]=|[<>]/y);
  if (sign === undefined) {
    const found = left.found ?? reader.fail();
    return (at) => found(at).length > 0 !== isNot;
  }
  reader.space();
  const right = operandAt(reader, segmentsAt);
  const [a, b] = [left, right].map(({ value = reader.fail() }) => value);
  return (at) => {
    at.effort.spend(1);
    return compare(a?.(at), sign, b?.(at), at.effort);
  };
}

function operandAt(reader: Reader, segmentsAt: ReadSegments): Operand {
  const isOfRoot = reader.skip("$");
  if (isOfRoot || reader.skip("@")) {
    return operandOf(reader.nested(segmentsAt), isOfRoot);
  }
  const name = reader.take(/[a-z][a-z_0-9]*\(/y);
  if (name === undefined) {
    const literal = literalAt(reader);
    return { value: () => literal };
  }
  if (/^(?:match|search)/.test(name)) {
    reader.fail("notEvaluated");
  }
  reader.space();
  const { value, found } = reader.nested(() => operandAt(reader, segmentsAt));
  reader.space();
  reader.need(")");
  if (name === "length(" && value) {
    return { value: (at) => countOf(value(at)) };
  }
  if (name === "count(" && found) {
    return { value: (at) => found(at).length };
  }
  if (name === "value(" && found) {
    return {
      value: (at) => {
        const [only, another] = found(at);
        return another ? undefined : only?.value;
      },
    };
  }
  return reader.fail();
}

function operandOf(segments: readonly Segment[], isOfRoot: boolean): Operand {
  const spendFor: Read<unknown> = ({ here, root, effort }) => {
    effort.spend(segments.length);
    return isOfRoot ? root : here;
  };
  return {
    ...(!isPlural(segments) && { value: (at) => valueOf(spendFor(at), segments) }),
    found: (at) => select(spendFor(at), segments, at.effort, at.root),
  };
}

/** In characters, items or members; undefined where a value has no length. */
function countOf(value: unknown): number | undefined {
  if (typeof value === "string") {
    return value.length - (value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
  }
  return Array.isArray(value)
    ? value.length
    : isRecord(value)
      ? Object.keys(value).length
      : undefined;
}
