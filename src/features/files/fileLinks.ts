import * as z from "zod/mini";
import { defaultOrigin, parseBaseUrl } from "../../platform/http/baseUrl";
import { isSameConnector, type ConnectorRef } from "../../platform/connectorRef";
import { formatMembers, createMember, readMembers, type Member } from "../../platform/json/members";
import { LinksError, linksProblem, wrongEntry } from "./linkErrors";
import type { VersionId } from "../../platform/json/tokens";

/** What a file of a configuration belongs to. */
export interface Link {
  readonly ref: ConnectorRef;
  /** The version on the service that the file began from. */
  readonly version: VersionId;
  /** Whether `$schema` was added for the file: it is not published then. */
  readonly schemaAdded: boolean;
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
  return entry && linkOf(entry);
}

/**
 * The links file with one link more, or another one. Every other entry, and what this version doesn't know
 * in the file's own one, stays as it is spelled; a new entry goes before the first greater name, for small
 * diffs. Throws `LinksError` where the text or the file's entry can't be understood.
 * @param text content of the links file; undefined when there is none
 */
export function writeLink(text: string | undefined, fileName: string, link: Link): string {
  const { ref, version, schemaAdded } = link;
  const { eol } = layoutOf(text);
  const members = membersOf(text);
  const before = members.find(({ name }) => name === fileName);
  if (before) {
    linkOf(before); // what isn't a link isn't written over
  }
  const parts = before ? readMembers(before.value) : [];
  const written: Record<string, unknown> = {
    service: ref.origin === defaultOrigin ? undefined : ref.origin,
    teamId: ref.teamId,
    connectorIdentifier: ref.identifier,
    version,
    schemaAdded,
  };
  const known = Object.entries(written).flatMap(([name, value]) =>
    value === undefined ? [] : [createMember(name, JSON.stringify(value))],
  );
  const unknown = parts.filter(({ name }) => !Object.hasOwn(written, name));
  const entry = createMember(fileName, formatMembers([...known, ...unknown], "  ", eol));
  const at = before ? members.indexOf(before) : members.findIndex(({ name }) => name > fileName);
  return toFile(text, members.toSpliced(at < 0 ? members.length : at, before ? 1 : 0, entry));
}

/** The links file without the link of one file; throws as `writeLink` does. */
export function removeLink(text: string | undefined, fileName: string): string | undefined {
  const members = membersOf(text);
  const left = members.filter(({ name }) => name !== fileName);
  return left.length < members.length ? toFile(text, left) : text;
}

/**
 * Names of the files that are linked to a connector. Throws `LinksError` where the text can't be understood.
 * @param text content of the links file; undefined when there is none
 */
export function linkedTo(text: string | undefined, ref: ConnectorRef): readonly string[] {
  return membersOf(text).flatMap(({ name, value }) => {
    const { data } = linkSchema.safeParse(JSON.parse(value));
    return data && isSameConnector(toLink(data).ref, ref) ? [name] : [];
  });
}

/** Whether two files, or one at two times, have the same link. */
export function isSameLink(a: Link | undefined, b: Link | undefined): boolean {
  if (!a || !b) {
    return a === b;
  }
  return (
    isSameConnector(a.ref, b.ref) && a.version === b.version && a.schemaAdded === b.schemaAdded
  );
}

/** Throws `LinksError` where it is not the entry of a link. */
function linkOf({ name, value }: Member): Link {
  const { data, error } = linkSchema.safeParse(JSON.parse(value));
  if (!data) {
    throw new LinksError(wrongEntry(name, error.issues[0]?.path[0]));
  }
  return toLink(data);
}

function toLink(written: z.infer<typeof linkSchema>): Link {
  const { service, teamId, connectorIdentifier, version, schemaAdded } = written;
  const ref = { origin: service ?? defaultOrigin, teamId, identifier: connectorIdentifier };
  return { ref, version, schemaAdded };
}

/** The entries of a links file; throws `LinksError` where it is none. */
function membersOf(text: string | undefined): readonly Member[] {
  if (text === undefined) {
    return [];
  }
  const json = withoutMark(text);
  const why = linksProblem(json);
  if (why !== undefined) {
    throw new LinksError(why);
  }
  return readMembers(json);
}

function toFile(before: string | undefined, members: readonly Member[]): string {
  const { mark, eol } = layoutOf(before);
  return `${mark}${formatMembers(members, "", eol)}${eol}`;
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

function isOrigin(written: string): boolean {
  const parsed = parseBaseUrl(written);
  return typeof parsed === "object" && parsed.origin === written;
}
