import type { Cell } from "./runResult";
import { isSpace, quote, skipString } from "../../platform/json/scan";

/** Stands before the spelling of such a number while its text is parsed or written. Nobody can guess it. */
const mark = `\u0001${Math.random().toString(36).slice(2)}:`;

/** A number that JavaScript can't hold as it is spelled. */
export class SpelledNumber {
  constructor(readonly spelling: string) {}

  /** For `JSON.stringify`: its spelling behind a mark, by which `jsonText` finds it. */
  toJSON(): string {
    return mark + this.spelling;
  }
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof SpelledNumber)
  );
}

/** Sets a member, one with the name `__proto__` too. */
export function setMember(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else {
    object[name] = value;
  }
}

/** Any text without it has numbers only that JavaScript holds exactly. */
const mayBeInexact = /\d[\d.]{15}|[eE][+-]?\d{3}/;

/** What `JSON.parse` makes of a text, but numbers that it would round are kept as `SpelledNumber`. Throws as it does. */
export function parseResponse(text: string): unknown {
  if (!mayBeInexact.test(text)) {
    return JSON.parse(text);
  }
  JSON.parse(text); // what follows needs a text without faults
  const marked = markNumbers(text);
  const holder: unknown[] = [JSON.parse(marked)];
  if (marked !== text) {
    unmark(holder);
  }
  return holder[0];
}

/** Makes a string of each number that would be rounded. */
function markNumbers(json: string): string {
  const number = /[-\d][-+.\deE]*/y;
  let marked = "";
  let done = 0;
  for (let at = 0; at < json.length;) {
    const code = json.charCodeAt(at);
    if (code === quote) {
      at = skipString(json, at);
      continue;
    }
    number.lastIndex = at;
    const spelling = isSpace(code) ? undefined : number.exec(json)?.[0];
    if (spelling && !isExact(spelling)) {
      marked += `${json.slice(done, at)}${JSON.stringify(mark + spelling)}`;
      done = at + spelling.length;
    }
    at += spelling?.length ?? 1;
  }
  return marked + json.slice(done);
}

function isExact(spelling: string): boolean {
  const value = Number(spelling);
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    return false;
  }
  const [digits = ""] = spelling.split(/[eE]/);
  return digits.length <= 15 || digits.replace(/[-.]/g, "").replace(/^0+/, "").length <= 17;
}

/** Replaces what `markNumbers` made. Without recursion: the text may be nested deeper than the stack is. */
function unmark(root: unknown[]): void {
  const open: (Record<string, unknown> | unknown[])[] = [root];
  for (let part = open.pop(); part; part = open.pop()) {
    if (Array.isArray(part)) {
      for (let index = 0; index < part.length; index++) {
        part[index] = unmarked(part[index], open);
      }
    } else {
      for (const key of Object.keys(part)) {
        const value = part[key];
        const next = unmarked(value, open);
        if (next !== value) {
          setMember(part, key, next);
        }
      }
    }
  }
}

function unmarked(value: unknown, open: (Record<string, unknown> | unknown[])[]): unknown {
  if (typeof value === "string") {
    return value.startsWith(mark) ? new SpelledNumber(value.slice(mark.length)) : value;
  }
  if (Array.isArray(value)) {
    open.push(value);
  } else if (isRecord(value)) {
    open.push(value);
  }
  return value;
}

/** JSON text of a part of a response, its numbers as they are spelled; `…` for what is nested too deep to be written. */
export function jsonText(value: unknown): string {
  try {
    const text = JSON.stringify(value);
    const written = JSON.stringify(mark).slice(1, -1);
    return text.includes(written)
      ? text.replaceAll(new RegExp(`"${written.replace("\\", "\\\\")}([^"]*)"`, "g"), "$1")
      : text;
  } catch {
    return "…";
  }
}

/** A value as the view of rows takes it. */
export function cellOf(value: unknown): Cell {
  if (
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean" ||
    value === undefined ||
    value === null
  ) {
    return value;
  }
  return value instanceof SpelledNumber ? value.spelling : jsonText(value);
}
