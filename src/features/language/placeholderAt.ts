import type { Place } from "../../platform/json/scan";
import { keyOfString, stringAt } from "../../platform/json/stringAt";

/** A placeholder that is being typed, or stands at a position. */
export interface PlaceholderAt {
  /** Its name as far as it stands before the position. */
  readonly typed: string;
  /** The whole name, without white space around it; `typed` where it is not closed. */
  readonly name: string;
  /** White space that stands between the opening braces and the name. */
  readonly space: string;
  /** From the name to behind the closing braces, as far as there are any. */
  readonly place: Place;
}

/** Longer than any name: beyond, braces do not belong together. */
const longestName = 300;

/** Keys of texts for people, where braces are prose, and of names, where nothing is replaced. */
export const neverReplaced: ReadonlySet<string> = new Set([
  "description",
  "title",
  "label",
  "message",
  "id",
  "$schema",
]);

/**
 * The placeholder that a position is in. The text need not be JSON.
 * @param offset in UTF-16 code units
 * @returns undefined outside of `{{ … }}`, and in strings in which nothing is replaced
 */
export function placeholderAt(text: string, offset: number): PlaceholderAt | undefined {
  const string = stringAt(text, offset);
  if (!string || string.isKey || neverReplaced.has(keyOfString(text, string) ?? "")) {
    return undefined;
  }
  const { inner } = string;
  const before = text.slice(Math.max(inner.offset, offset - longestName), offset);
  const open = before.lastIndexOf("{{");
  const written = before.slice(open + 2);
  if (open < 0 || /[{}]/.test(written)) {
    return undefined;
  }
  const typed = written.trimStart();
  const after = text.slice(offset, Math.min(inner.offset + inner.length, offset + longestName));
  // One brace alone may be that of a JSON body.
  const [rest = "", tail = ""] = /^([^{}"\\]*)\}\}/.exec(after) ?? [];
  const start = offset - typed.length;
  return {
    typed,
    name: (typed + tail).trim(),
    space: written.slice(0, written.length - typed.length),
    place: { offset: start, length: offset - start + rest.length },
  };
}
