import {
  closeBrace,
  closeBracket,
  comma,
  openBrace,
  openBracket,
  quote,
  skipSpace,
  skipString,
  skipValue,
} from "../json/scan";
import { isJson } from "../json/parsedValue";
import { isCredentialName, kindOfName, type NameKind } from "./credentialNames";
import { mask, maskPlainText, maskValue } from "./plainTextCredentials";

/** A value without parts of its own, or one that is too deep to look into. */
interface Leaf {
  readonly start: number;
  readonly end: number;
  /** Whether it goes by the name of a credential. */
  isSecret: boolean;
  /** How many values of credentials begin with it, and end with it, that were known as such only later. */
  begins: number;
  ends: number;
}

/** Deeper than any log entry: what is still deeper is masked as a whole, so that no text exhausts the stack. */
const maxDepth = 300;

/** Masks the credentials in any text: JSON, or what may stand in it. */
export function maskText(text: string): string {
  return /^\s*[[{"]/.test(text) && isJson(text) ? maskJson(text) : maskPlainText(text);
}

/**
 * Masks the credentials in a JSON text, by the names that they go by and by their form. Goes through the
 * text and not through a value, so that repeated keys are found and everything else stays as it is spelled.
 * Goes through it once: which of its values are masked is settled at the end.
 * @param json a text that `JSON.parse` accepts
 */
export function maskJson(json: string): string {
  const leaves = new Search(json).leaves();
  let masked = "";
  let done = 0;
  let depth = 0;
  for (const { start, end, isSecret, begins, ends } of leaves) {
    depth += begins;
    const changed = maskLeaf(json, start, end, isSecret || depth > 0);
    depth -= ends;
    if (changed !== undefined) {
      masked += json.slice(done, start) + changed;
      done = end;
    }
  }
  return done === 0 ? json : masked + json.slice(done);
}

/** Finds the values of a text, and which of them go by the name of a credential. */
class Search {
  private readonly found: Leaf[] = [];

  constructor(private readonly json: string) {}

  leaves(): readonly Leaf[] {
    this.value(skipSpace(this.json, 0), false, 0);
    return this.found;
  }

  /**
   * @param isSecret whether it goes by the name of a credential
   * @returns the index after the value
   */
  private value(start: number, isSecret: boolean, depth: number): number {
    const { json } = this;
    const code = json.charCodeAt(start);
    if (depth < maxDepth && code === openBrace) {
      return this.object(start, isSecret, depth);
    }
    if (depth < maxDepth && code === openBracket) {
      return this.list(start, isSecret, depth);
    }
    const end = code === quote ? skipString(json, start) : endOfWord(json, start);
    this.found.push({ start, end, isSecret, begins: 0, ends: 0 });
    return end;
  }

  /** An object may be a pair of a name and a value. */
  private object(objectStart: number, isSecret: boolean, depth: number): number {
    const { json, found } = this;
    let values: { readonly first: number; readonly end: number }[] | undefined;
    let isPair = false;
    let at = skipSpace(json, objectStart + 1);
    while (at < json.length && json.charCodeAt(at) !== closeBrace) {
      const keyEnd = skipString(json, at);
      const kind = kindOfKey(json.slice(at, keyEnd));
      const start = skipSpace(json, skipSpace(json, keyEnd) + 1);
      const first = found.length;
      at = this.value(start, isSecret || kind === "credential", depth + 1);
      if (kind === "value") {
        values ??= [];
        values.push({ first, end: found.length });
      } else if (kind === "name") {
        isPair ||= isCredentialAt(json, start, at);
      }
      at = this.next(at);
    }
    for (const { first, end } of isPair && values ? values : []) {
      const [opening, closing] = [found[first], found[end - 1]];
      // An empty list has nothing to hide.
      if (opening && closing && first < end) {
        opening.begins++;
        closing.ends++;
      }
    }
    return at + 1;
  }

  /** Headers occur as lists in which names and values take turns. */
  private list(listStart: number, isSecret: boolean, depth: number): number {
    const { json } = this;
    let isNext = false;
    let at = skipSpace(json, listStart + 1);
    for (let index = 0; at < json.length && json.charCodeAt(at) !== closeBracket; index++) {
      const start = at;
      at = this.value(start, isSecret || isNext, depth + 1);
      isNext = index % 2 === 0 && isCredentialAt(json, start, at);
      at = this.next(at);
    }
    return at + 1;
  }

  /** The index of what follows a member or an item. */
  private next(end: number): number {
    const at = skipSpace(this.json, end);
    return this.json.charCodeAt(at) === comma ? skipSpace(this.json, at + 1) : at;
  }
}

const word = /[-+.\w]*/y;

/** Of a number, of true, false or null, or of what is too deep to look into. */
function endOfWord(json: string, start: number): number {
  const code = json.charCodeAt(start);
  if (code === openBrace || code === openBracket) {
    return skipValue(json, start);
  }
  word.lastIndex = start;
  word.test(json);
  return word.lastIndex;
}

/** Entries of one list have the same keys again and again. */
const knownKeys = new Map<string, NameKind>();
const mostKnownKeys = 1000;

/** @param written the key as it stands in the text */
function kindOfKey(written: string): NameKind {
  const known = knownKeys.get(written);
  if (known) {
    return known;
  }
  const kind = kindOfName(decoded(written));
  if (written.length <= 100) {
    if (knownKeys.size >= mostKnownKeys) {
      knownKeys.clear();
    }
    knownKeys.set(written, kind);
  }
  return kind;
}

/** Whether a text stands there that is the name of a credential. */
function isCredentialAt(json: string, start: number, end: number): boolean {
  return json.charCodeAt(start) === quote && isCredentialName(decoded(json.slice(start, end)));
}

/** What a string says. */
function decoded(written: string): string {
  return written.includes("\\") ? String(JSON.parse(written)) : written.slice(1, -1);
}

/** What to write instead; undefined where nothing is hidden. */
function maskLeaf(json: string, start: number, end: number, isSecret: boolean): string | undefined {
  const code = json.charCodeAt(start);
  if (code === quote) {
    const text = decoded(json.slice(start, end));
    const masked = isSecret ? maskValue(text) : maskText(text);
    return masked === text || (isSecret && !text.trim()) ? undefined : JSON.stringify(masked);
  }
  const isWord = code !== openBrace && code !== openBracket;
  const isShown = isWord && !(isSecret && /[-\d]/.test(json.charAt(start)));
  return isShown ? undefined : `"${mask}"`;
}
