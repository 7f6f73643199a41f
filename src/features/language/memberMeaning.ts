import * as l10n from "@vscode/l10n";
import type { Place } from "../../platform/json/scan";
import { stringAt } from "../../platform/json/stringAt";
import { cursorIn, textOf } from "../../platform/json/unfinishedJson";
import { isForeign } from "../checks/finding";
import { documentedValues } from "./documentedValues";

/** What a key or a value means that the service's schema may say nothing about. */
export interface MemberMeaning {
  /** For people. */
  readonly text: string;
  /** Between the quotes. */
  readonly place: Place;
  /** Page of the documentation that it is from; undefined where it stands on several. */
  readonly page?: string;
}

/** Longer ones are neither keys nor values that are documented. */
const longest = 100;

/**
 * What a documented value means, and what is known of the key `retry`.
 * @param text of a configuration; need not be JSON
 * @param offset in UTF-16 code units
 * @returns undefined where nothing is to be said
 */
export function memberMeaning(text: string, offset: number): MemberMeaning | undefined {
  const string = stringAt(text, offset);
  if (!string || string.inner.length > longest) {
    return undefined;
  }
  const { inner: place } = string;
  const member = textOf(text.slice(place.offset - 1, place.offset + place.length + 1));
  if (string.isKey) {
    return member === "retry" && !isForeign(cursorIn(text, offset).path)
      ? { text: retryMeaning(), place, page: "error-handling" }
      : undefined;
  }
  const known = documentedValues(cursorIn(text, offset).path).find(({ value }) => value === member);
  return known && { text: known.means, place };
}

/** The sample has 10 retries, 2 seconds, 60 seconds and `exp`. */
function retryMeaning(): string {
  return l10n.t(
    "How a request that failed is repeated: maxRetries, minWait and maxWait in seconds, and delayType (exp doubles the wait). The key and its place are likely: the documentation doesn't show them in full.",
  );
}
