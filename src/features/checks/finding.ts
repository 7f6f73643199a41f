import type { JsonPath, Place } from "../../platform/json/places";
import type { CheckCode } from "./checkDefinitions";
import * as l10n from "@vscode/l10n";

/** Something that a check says about a configuration. */
export interface Finding {
  readonly code: CheckCode;
  readonly path: JsonPath;
  /** The finding is about the key at the path, not about its value. */
  readonly isAboutKey?: boolean;
  /** The part of a string that it is about, in UTF-16 code units of what the string says. */
  readonly part?: Place | undefined;
  readonly text: string;
  /** The property that is missing, and the object that lacks it where that isn't the one at the path. */
  readonly lacks?: { readonly name: string; readonly in?: JsonPath };
  /** The service's own schema knows better, or the documentation leaves it open: a warning at most. */
  readonly isUncertain?: boolean;
  /** Another place that has to do with it, e.g. where the same ID stands first. */
  readonly related?: { readonly path: JsonPath; readonly text: string };
  readonly fixes?: readonly Fix[];
  /** A secret that is to be registered, or, with its placeholder, one that is. */
  readonly secret?: {
    readonly name: string;
    readonly value?: string;
    readonly placeholder?: string;
  };
}

/** An edit that mends it. Texts are JSON. */
export interface Fix {
  readonly title: string;
  /** The value to replace, or the object that gets a member. */
  readonly path: JsonPath;
  readonly json: string;
  /** The key of the member that is added. */
  readonly add?: string;
}

/** Takes the findings of the checks, of each check as many as are kept. */
export interface Report {
  (finding: Finding): void;
  /** Whether another finding of a check would be kept; to make one costs more than to look. */
  wants(code: CheckCode): boolean;
}

/**
 * The fix that puts a text where another value stands.
 * @param path of the value
 * @param to what the text says, without quotes
 */
export function replaceValueFix(path: JsonPath, to: string): Fix {
  return { title: l10n.t('Change to "{0}"', to), path, json: JSON.stringify(to) };
}

/** An ID that another one of its kind has already. */
export interface RepeatedId {
  readonly code: CheckCode;
  readonly id: string;
  readonly path: JsonPath;
  /** Where it stands first. */
  readonly first: JsonPath;
  /** Those of its kind so far. */
  readonly known: ReadonlyMap<string, unknown>;
  readonly text: () => string;
}

/**
 * Reports an ID that stands twice, with one that is free as a fix.
 */
export function reportRepeated(
  report: Report,
  { code, id, path, first, known, text }: RepeatedId,
): void {
  if (!report.wants(code)) {
    return;
  }
  let number = 2;
  while (known.has(`${id}_${number}`)) {
    number++;
  }
  const related = { path: first, text: l10n.t("First defined here") };
  report({ code, path, text: text(), related, fixes: [replaceValueFix(path, `${id}_${number}`)] });
}

/** Whether a path is inside a request's body, whose form is the source's and not the configuration's own. */
export function isInBody(path: JsonPath): boolean {
  return path.some((key, index) => key === "body" && path[index - 1] === "request");
}

/** Whether a path is where this language's rules don't hold: in bodies, and in the service's own parts. */
export function isForeign(path: JsonPath): boolean {
  return path[0] === "info" || path[0] === "metaInformation" || isInBody(path);
}
