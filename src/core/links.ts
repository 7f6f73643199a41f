import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";
import { defaultOrigin, parseBaseUrl } from "../api/baseUrl";
import type { ConfigurationRef } from "./configurationPath";
import { firstProblem } from "./firstProblem";
import { layOut, member, readMembers, type Member } from "./jsonMembers";
import { plainText } from "./plainText";
import { repeatedKeys } from "../platform/json/repeatedKeys";
import type { VersionId } from "../platform/json/tokens";

/** Name of the file that says which connectors the files beside it belong to. Holds no secret. */
export const linksFile = "supermetrics-connectors.json";

/** What a file of a configuration belongs to. */
export interface Link {
  readonly ref: ConfigurationRef;
  /** The version on the service that the file began from. */
  readonly version: VersionId;
  /** Whether `$schema` was added for the file: it is not published then. */
  readonly schemaAdded: boolean;
}

/** The links file is not what it should be, e.g. in the middle of a Git merge: it is left as it is. */
export class LinksError extends Error {
  override readonly name = "LinksError";

  /**
   * @param why sentences for the person: what is wrong with it, and what to do
   * @param uri of the links file, where it is known
   * @param path as the workspace names it
   */
  constructor(
    readonly why: string,
    readonly uri?: string,
    path = linksFile,
  ) {
    super(
      l10n.t("Can't read {0}, which links files to connectors. {1}", plainText(path, 200), why),
    );
  }
}

const linkSchema = z.object({
  service: z.optional(z.string().check(z.refine(isOrigin))),
  teamId: z.string().check(z.regex(/^\d+$/)),
  connectorIdentifier: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/)),
  version: z.string(),
  schemaAdded: z.boolean(),
});

/**
 * The link of one file.
 * @param text content of the links file; undefined when there is none
 * @param fileName of the file whose link is wanted, without its folder
 * @returns undefined where the file has no link; throws `LinksError` where the text or the file's entry
 * can't be understood
 */
export function readLink(text: string | undefined, fileName: string): Link | undefined {
  const entry = membersOf(text).find(({ name }) => name === fileName);
  if (!entry) {
    return undefined;
  }
  const { data, error } = linkSchema.safeParse(JSON.parse(entry.value));
  if (!data) {
    throw new LinksError(wrongEntry(fileName, error.issues[0]?.path[0]));
  }
  return {
    ref: {
      origin: data.service ?? defaultOrigin,
      teamId: data.teamId,
      identifier: data.connectorIdentifier,
    },
    version: data.version,
    schemaAdded: data.schemaAdded,
  };
}

/**
 * The links file with one link more, or another one. Every other entry, and what this version doesn't know
 * in the file's own one, stays as it is spelled; a new entry goes before the first greater name, for small
 * diffs. Throws `LinksError` where the text or the file's entry can't be understood.
 * @param text content of the links file; undefined when there is none
 */
export function writeLink(text: string | undefined, fileName: string, link: Link): string {
  readLink(text, fileName);
  const { ref, version, schemaAdded } = link;
  const { eol } = layoutOf(text);
  const members = membersOf(text);
  const before = members.find(({ name }) => name === fileName);
  const parts = before ? readMembers(before.value) : [];
  const written: Record<string, unknown> = {
    service: ref.origin === defaultOrigin ? undefined : ref.origin,
    teamId: ref.teamId,
    connectorIdentifier: ref.identifier,
    version,
    schemaAdded,
  };
  const known = Object.entries(written).flatMap(([name, value]) =>
    value === undefined ? [] : [member(name, JSON.stringify(value))],
  );
  const unknown = parts.filter(({ name }) => !Object.hasOwn(written, name));
  const entry = member(fileName, layOut([...known, ...unknown], "  ", eol));
  const at = before ? members.indexOf(before) : members.findIndex(({ name }) => name > fileName);
  return toFile(text, members.toSpliced(at < 0 ? members.length : at, before ? 1 : 0, entry));
}

/** The entries of a links file; throws `LinksError` where it is none. */
function membersOf(text: string | undefined): readonly Member[] {
  if (text === undefined) {
    return [];
  }
  const json = withoutMark(text);
  const why = problemOf(json);
  if (why !== undefined) {
    throw new LinksError(why);
  }
  return readMembers(json);
}

function toFile(before: string | undefined, members: readonly Member[]): string {
  const { mark, eol } = layoutOf(before);
  return `${mark}${layOut(members, "", eol)}${eol}`;
}

/** How the file begins and how its lines end, as the person's editor or Git wants it. */
function layoutOf(text = ""): { readonly mark: string; readonly eol: string } {
  return {
    mark: text.slice(0, text.length - withoutMark(text).length),
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
}

/** Some editors let a file begin with a byte order mark, which is no part of its JSON. */
function withoutMark(text: string): string {
  return text.startsWith("\u{feff}") ? text.slice(1) : text;
}

/** Why a text isn't a links file, and what to do; undefined when it is one. */
function problemOf(json: string): string | undefined {
  if (!json.trim()) {
    return `${l10n.t("It's empty.")} ${wayOut()}`;
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return /^(<{7}|={7}|>{7}|\|{7})/m.test(json)
      ? l10n.t("It has Git conflict markers. Resolve the conflict, save the file, and try again.")
      : `${syntaxProblem(json)} ${wayOut()}`;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return `${l10n.t("It isn't a JSON object.")} ${wayOut()}`;
  }
  const [repeated] = repeatedKeys(json, value);
  if (repeated) {
    const words = l10n.t('It has "{0}" twice.', plainText(repeated.key, 100));
    return `${words} ${l10n.t("Remove one of them, save the file, and try again.")}`;
  }
  return undefined;
}

function syntaxProblem(json: string): string {
  const lines = json.slice(0, firstProblem(json)?.offset ?? 0).split("\n");
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return l10n.t("It isn't valid JSON (line {0}, column {1}).", lines.length, column);
}

function wrongEntry(fileName: string, part: PropertyKey | undefined): string {
  const name = plainText(fileName, 100);
  const words =
    part === undefined
      ? l10n.t('Its entry "{0}" isn\'t a link to a connector.', name)
      : l10n.t('In its entry "{0}", "{1}" is missing or wrong.', name, String(part));
  return `${words} ${l10n.t("Correct or remove the entry, save the file, and try again.")}`;
}

function wayOut(): string {
  return l10n.t("Correct it or restore an earlier version, and try again.");
}

function isOrigin(written: string): boolean {
  const parsed = parseBaseUrl(written);
  return typeof parsed === "object" && parsed.origin === written;
}
