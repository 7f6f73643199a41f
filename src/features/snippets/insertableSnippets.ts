import { isJson } from "../../platform/json/parsedValue";
import type { Place } from "../../platform/json/places";
import { stringAt } from "../../platform/json/stringAt";
import { cursorIn, textOf } from "../../platform/json/unfinishedJson";
import { snippets, snippetText, type Snippet } from "./snippets";

/** A snippet where it makes sense. */
export interface InsertableSnippet {
  readonly label: string;
  readonly page: string;
  /** What the documentation leaves open about it. */
  readonly note?: string | undefined;
  /** With the commas that it needs, and the lists and objects that are not there yet. */
  readonly text: string;
  /** What was typed of it, quotes included: it is replaced. */
  readonly replaced: Place;
}

/** What may be inserted at an offset of a text, which need not be JSON yet. */
export function insertableSnippets(text: string, offset: number): InsertableSnippet[] {
  const replaced = typedAt(text, offset);
  const string = stringAt(text, offset);
  if (string && string.inner.offset - 1 !== replaced.offset) {
    return []; // only a string that has just been begun is replaced, and then all of it
  }
  const after = text.slice(replaced.offset + replaced.length).trimStart()[0];
  const before = text.slice(0, replaced.offset).trimEnd().at(-1);
  if (after === ":" || before === ":") {
    return [];
  }
  const { path, isAtKey } = cursorIn(text, replaced.offset);
  if (path.length === 0 && isJson(text.slice(0, replaced.offset))) {
    return []; // behind the end
  }
  const isInObject = isAtKey || before === "{";
  const inside = path.slice(0, -1);
  const candidates = snippets().flatMap(({ into, ...snippet }) => {
    const rest = restOf(into, inside.map(String));
    return rest ? [{ ...snippet, rest }] : [];
  });
  const existing =
    isInObject && candidates.length > 0 ? keysAround(text, replaced.offset) : undefined;
  const leading = before === undefined || "{[,".includes(before) ? "" : ",\n";
  const trailing = after === undefined || "}],".includes(after) ? "" : ",";
  return candidates.flatMap(({ label, page, note, rest, body }) => {
    const fitting = bodyFor(rest, body, existing);
    return fitting
      ? [{ label, page, note, text: leading + snippetText(fitting) + trailing, replaced }]
      : [];
  });
}

/** @param existing the keys of the object at hand; undefined for a list */
function bodyFor(
  rest: readonly string[],
  body: Snippet["body"],
  existing: ReadonlySet<string> | undefined,
): Snippet["body"] | undefined {
  if (!existing) {
    return rest.length === 0 && Array.isArray(body) ? body : undefined;
  }
  if (rest.includes("*") || (rest.length === 0 && Array.isArray(body))) {
    return undefined;
  }
  const wrapped = rest.reduceRight<Snippet["body"]>((inner, key) => ({ [key]: inner }), body);
  return Object.keys(wrapped).some((key) => existing.has(key)) ? undefined : wrapped;
}

/** What is left of a way when it is gone as far as a path; undefined where that is another way. */
function restOf(into: readonly string[], path: readonly string[]): readonly string[] | undefined {
  const [first, ...others] = into;
  if (first === "**") {
    const start = path.lastIndexOf(others[0] ?? "");
    return start < 0 ? undefined : restOf(others, path.slice(start));
  }
  const fits = path.every((key, index) =>
    into[index] === "*" ? /^\d+$/.test(key) : into[index] === key,
  );
  return fits ? into.slice(path.length) : undefined;
}

/** A bracket, or a string, which a line break ends as well, and the colon that makes a key of it. */
const part = /"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?(\s*:)?|[{}[\]]/g;

/** The keys of the object around an offset. Nothing but that object is looked into: texts are long. */
function keysAround(text: string, offset: number): ReadonlySet<string> {
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(part)) {
    if (index >= offset) {
      break;
    }
    if (found === "{" || found === "[") {
      open.push(index);
    } else if (found === "}" || found === "]") {
      open.pop();
    }
  }
  const keys = new Set<string>();
  let depth = 0;
  for (const { 0: found, 1: colon } of text.slice(open.at(-1)).matchAll(part)) {
    if (found === "{" || found === "[") {
      depth++;
    } else if (found === "}" || found === "]") {
      depth--;
    } else if (colon && depth === 1) {
      keys.add(textOf(found.slice(0, -colon.length)));
    }
    if (depth === 0) {
      break;
    }
  }
  return keys;
}

/** A word, or a string that has just been begun and may have been closed already. */
function typedAt(text: string, offset: number): Place {
  const [before = ""] = /"?[\w ]*$/.exec(text.slice(Math.max(0, offset - 100), offset)) ?? [];
  const typed = before.startsWith('"') ? before : before.trimStart();
  const [closing = ""] =
    (typed.startsWith('"') ? /^[\w ]*"/ : /^\w*/).exec(text.slice(offset, offset + 100)) ?? [];
  return { offset: offset - typed.length, length: typed.length + closing.length };
}
