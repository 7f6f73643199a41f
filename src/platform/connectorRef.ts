import type { Account } from "./account";
import { defaultOrigin } from "./http/baseUrl";

/** The identity of a connector. */
export interface ConnectorRef extends Account {
  readonly identifier: string;
}

/** The parts of a document's URI that are ours; the scheme is the editor's side's. */
export interface UriParts {
  readonly authority: string;
  readonly path: string;
}

/** Whether both are the same connector of the same account. */
export function isSameConnector(a: ConnectorRef, b: ConnectorRef): boolean {
  return connectorKey(a) === connectorKey(b);
}

/** One text for each connector, for maps. */
export function connectorKey({ origin, teamId, identifier }: ConnectorRef): string {
  return `${origin} ${teamId} ${identifier}`;
}

/** The authority of a URI that names a service: empty for the public one; `http` (loopback only) is spelled out before a `+`. */
export function authorityOf(origin: string): string {
  if (origin === defaultOrigin) {
    return "";
  }
  const { protocol, host } = new URL(origin);
  return protocol === "http:" ? `http+${host}` : host;
}

/** The origin that an authority made by `authorityOf` names. */
export function originOf(authority: string): string {
  if (!authority) {
    return defaultOrigin;
  }
  return authority.startsWith("http+")
    ? `http://${authority.slice("http+".length)}`
    : `https://${authority}`;
}
