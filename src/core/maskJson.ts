import { forEachPart, hasParts, openBracket, skipSpace, skipValue } from "../platform/json/scan";
import { isJson } from "../platform/json/isJson";
import { isCredentialName } from "./credentialNames";
import { mask, maskPlainText, maskValue } from "./maskCredentials";

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly json: string;
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
 * @param json a text that `JSON.parse` accepts
 */
export function maskJson(json: string): string {
  const cuts: Cut[] = [];
  new Search(json, cuts).value(skipSpace(json, 0), false, 0);
  let masked = "";
  let done = 0;
  for (const cut of cuts.toSorted((a, b) => a.start - b.start)) {
    masked += json.slice(done, cut.start) + cut.json;
    done = cut.end;
  }
  return masked + json.slice(done);
}

class Search {
  constructor(
    private readonly json: string,
    private readonly cuts: Cut[],
  ) {}

  /**
   * @param isSecret whether it goes by the name of a credential
   * @returns the index after the value
   */
  value(start: number, isSecret: boolean, depth: number): number {
    const { json } = this;
    if (hasParts(json, start) && depth < maxDepth) {
      return json.charCodeAt(start) === openBracket
        ? this.list(start, isSecret, depth)
        : this.object(start, isSecret, depth);
    }
    const end = skipValue(json, start);
    const written = json.slice(start, end).trimEnd();
    const masked = hasParts(json, start) ? `"${mask}"` : maskLeaf(written, isSecret);
    if (masked !== written) {
      this.cuts.push({ start, end: start + written.length, json: masked });
    }
    return end;
  }

  /** An object may be a pair of a name and a value. */
  private object(objectStart: number, isSecret: boolean, depth: number): number {
    const values: { readonly start: number; readonly cuts: readonly Cut[] }[] = [];
    let isPair = false;
    const end = forEachPart(this.json, objectStart, ({ name, start }) => {
      const key = String(name);
      const before = this.cuts.length;
      const valueEnd = this.value(start, isSecret || isCredentialName(key), depth + 1);
      if (/^(value|values|val|content)$/i.test(key)) {
        values.push({ start, cuts: this.cuts.splice(before) });
      } else if (/^(name|key|header|field|param|parameter|id)$/i.test(key)) {
        isPair ||= this.isNameAt(start, valueEnd);
      }
      return valueEnd;
    });
    for (const { start, cuts } of values) {
      if (isPair) {
        this.value(start, true, depth + 1);
      } else {
        cuts.forEach((cut) => this.cuts.push(cut));
      }
    }
    return end;
  }

  /** Headers occur as lists in which names and values take turns. */
  private list(listStart: number, isSecret: boolean, depth: number): number {
    let isNext = false;
    return forEachPart(this.json, listStart, ({ name: index, start }) => {
      const end = this.value(start, isSecret || isNext, depth + 1);
      isNext = Number(index) % 2 === 0 && this.isNameAt(start, end);
      return end;
    });
  }

  private isNameAt(start: number, end: number): boolean {
    const written = this.json.slice(start, end).trimEnd();
    return written.startsWith('"') && isCredentialName(String(JSON.parse(written)));
  }
}

function maskLeaf(written: string, isSecret: boolean): string {
  if (!written.startsWith('"')) {
    return isSecret && /^[-\d]/.test(written) ? `"${mask}"` : written;
  }
  const text = String(JSON.parse(written));
  const masked = isSecret ? maskValue(text) : maskText(text);
  return masked === text || (isSecret && !text.trim()) ? written : JSON.stringify(masked);
}
