import * as l10n from "@vscode/l10n";
import { locate, type JsonPath, type Located } from "../../platform/json/places";
import type { Place } from "../../platform/json/namedPlace";
import { repeatedKeys } from "../../platform/json/repeatedKeys";
import { check, maxOfOne, type Known } from "./check";
import { checks, isGuess, type CheckCode, type Level } from "./codes";
import type { Finding } from "./finding";

/** A finding with its place in the text. */
export interface PlacedFinding extends Omit<Finding, "path" | "related" | "code" | "isOutranked"> {
  readonly code: CheckCode;
  readonly level: Level;
  readonly place: Place;
  readonly related?: { readonly place: Place; readonly text: string };
}

/** How grave each check is where it is not as usual; `off` switches it off. */
export type Levels = Readonly<Partial<Record<CheckCode, Level | "off">>>;

/**
 * All that the checks say about a text.
 * @returns undefined where the text is not JSON: the editor's own JSON support says so
 */
export function findingsIn(
  text: string,
  levels: Levels,
  known: Known = {},
): PlacedFinding[] | undefined {
  let configuration: unknown;
  try {
    configuration = JSON.parse(text);
  } catch {
    return undefined;
  }
  const levelOf = (code: CheckCode) => levels[code] ?? checks[code].level;
  const wanted = check(configuration, text, known).filter(({ code }) => levelOf(code) !== "off");
  const placed = [...place(text, wanted), ...repeated(text, configuration)];
  return placed.flatMap(({ isOutranked, ...finding }) => {
    const { code, text: words } = finding;
    const level = levelOf(code);
    if (level === "off") {
      return [];
    }
    const said = isGuess(code) ? l10n.t("{0} It may be meant so.", words) : words;
    return [
      { ...finding, text: said, level: isOutranked && level === "error" ? "warning" : level },
    ];
  });
}

type Unweighed = Omit<PlacedFinding, "level"> & Pick<Finding, "isOutranked">;

function place(text: string, findings: readonly Finding[]): Unweighed[] {
  const find = finder(
    text,
    findings.flatMap(({ path, related }) => [
      ...prefixes(path),
      ...(related ? [related.path] : []),
    ]),
  );
  return findings.map(({ path, related, isAboutKey = false, ...finding }) => {
    const relatedPlace = related && find(related.path)?.value;
    return {
      ...finding,
      place: shownAt(text, path, isAboutKey, find),
      ...(related && relatedPlace && { related: { place: relatedPlace, text: related.text } }),
    };
  });
}

type Find = (path: JsonPath) => Located | undefined;

function finder(text: string, paths: readonly JsonPath[]): Find {
  const located = locate(text, paths);
  const byPath = new Map(paths.map((path, index) => [JSON.stringify(path), located[index]]));
  return (path) => byPath.get(JSON.stringify(path));
}

/** The path, then those of what it is in. */
function prefixes(path: JsonPath): JsonPath[] {
  return Array.from({ length: path.length + 1 }, (_, less) => path.slice(0, path.length - less));
}

/** The nearest that exists. Of what has parts only the beginning: nobody wants a whole report type underlined. */
function shownAt(text: string, path: JsonPath, isAboutKey: boolean, find: Find): Place {
  for (const prefix of prefixes(path)) {
    const { key, value } = find(prefix) ?? {};
    if (value) {
      const hasParts = "{[".includes(text[value.offset] ?? "");
      const isMissing = prefix.length < path.length;
      const start = { offset: value.offset, length: hasParts ? 1 : value.length };
      return (isAboutKey || isMissing || hasParts ? key : undefined) ?? start;
    }
  }
  return { offset: 0, length: 1 };
}

function repeated(text: string, configuration: unknown): Unweighed[] {
  return repeatedKeys(text, configuration)
    .slice(0, maxOfOne)
    .map(({ key, earlier, later }) => ({
      code: "repeatedKey",
      text: l10n.t("The key “{0}” stands again further down, and that one counts.", key),
      place: earlier,
      related: { place: later, text: l10n.t("This one counts") },
    }));
}
