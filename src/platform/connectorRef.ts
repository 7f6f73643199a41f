import { defaultOrigin } from "./http/baseUrl";
import type { Connector } from "../features/connectors/connectorsApi";
import type { Account, ConnectorRef } from "./account";

/** Whose configuration a document holds. */
export type ConfigurationRef = ConnectorRef;

/** The parts of a document's URI that are ours; the scheme is the editor's side's. */
export interface UriParts {
  readonly authority: string;
  readonly path: string;
}

/**
 * `/TEAM/IDENTIFIER/NAME (IDENTIFIER).json`, all that is needed to load the document again. The last
 * segment is only the tab's label. The authority names the service where it is not the public one, so
 * that a document of one service is never mistaken for one of another.
 */
export function configurationUri(account: Account, connector: Connector): UriParts {
  const { identifier, name } = connector;
  const label = fileName(name === identifier ? identifier : `${name} (${identifier})`);
  return {
    authority: authorityOf(account.origin),
    path: `/${account.teamId}/${identifier}/${label}.json`,
  };
}

/** Whose configuration a URI names; undefined when it is not of the form above. */
export function parseConfigurationUri({ authority, path }: UriParts): ConfigurationRef | undefined {
  const [, teamId, identifier] = /^\/(\d+)\/([^/]+)\/[^/]+\.json$/.exec(path) ?? [];
  return teamId && identifier ? { origin: originOf(authority), teamId, identifier } : undefined;
}

export function isSameConfiguration(a: ConfigurationRef, b: ConfigurationRef): boolean {
  return configurationKey(a) === configurationKey(b);
}

export function configurationKey({ origin, teamId, identifier }: ConfigurationRef): string {
  return `${origin} ${teamId} ${identifier}`;
}

/** `https` is understood; `http` (loopback only) is spelled out before a `+`. */
export function authorityOf(origin: string): string {
  if (origin === defaultOrigin) {
    return "";
  }
  const { protocol, host } = new URL(origin);
  return protocol === "http:" ? `http+${host}` : host;
}

export function originOf(authority: string): string {
  if (!authority) {
    return defaultOrigin;
  }
  return authority.startsWith("http+")
    ? `http://${authority.slice("http+".length)}`
    : `https://${authority}`;
}

/** A name for a file on any system, without its ending. */
export function fileNameFor(name: string): string {
  return fileName(name).replace(/[<>:"|?*]/g, "-") || "connector";
}

/**
 * A name as one segment of a path: no separators, nothing that is invisible or turns the text around, and
 * no half of a surrogate pair, which no URI can carry.
 */
export function fileName(name: string): string {
  return name
    .replace(/[/\\]/g, "-")
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, " ")
    .trim();
}
