import { forEachPart, skipSpace, skipValue } from "./scan";

/** A member of a JSON object. */
export interface Member {
  readonly name: string;
  /** The name in its quotes, as it is spelled. */
  readonly key: string;
  /** JSON text of the value, as it is spelled. */
  readonly value: string;
}

/** A member of that name. @param value JSON text */
export function createMember(name: string, value: string): Member {
  return { name, key: JSON.stringify(name), value };
}

/**
 * The members of an object, in their order, repeated ones included.
 * @param json text of an object that `JSON.parse` accepts
 */
export function readMembers(json: string): readonly Member[] {
  const members: Member[] = [];
  forEachPart(json, skipSpace(json, 0), ({ name, key, start }) => {
    const end = skipValue(json, start);
    if (key) {
      const spelled = json.slice(key.offset, key.offset + key.length);
      members.push({ name: String(name), key: spelled, value: json.slice(start, end).trimEnd() });
    }
    return end;
  });
  return members;
}

/**
 * The text of an object, each member on a line of its own.
 * @param indent white space before the line that the object begins on
 * @param eol what ends a line
 */
export function formatMembers(members: readonly Member[], indent: string, eol: string): string {
  const lines = members.map(({ key, value }) => `${indent}  ${key}: ${value}`);
  return lines.length > 0 ? ["{", lines.join(`,${eol}`), `${indent}}`].join(eol) : "{}";
}
