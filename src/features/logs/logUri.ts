import {
  authorityOf,
  originOf,
  type ConnectorRef,
  type UriParts,
} from "../../platform/connectorRef";
import { pathSegment } from "../../platform/words/fileName";
import type { ShownEntry } from "./logEntry";

/** The parts of a log entry's URI. */
export interface LogUriParts extends UriParts {
  /** Key of the entry. */
  readonly query: string;
}

/** `/TEAM/IDENTIFIER/logs/LABEL.jsonc?KEY`, all that is needed to load the entry again. */
export function logUri(
  { origin, teamId, identifier }: ConnectorRef,
  { event, id, key }: ShownEntry,
): LogUriParts {
  const label = [event, id]
    .flatMap((part) => pathSegment(part?.slice(0, 100) ?? "") || [])
    .join(" ");
  return {
    authority: authorityOf(origin),
    path: `/${teamId}/${identifier}/logs/${label || "log"}.jsonc`,
    query: key,
  };
}

/** Which entry a URI names; undefined when it is not of the form above. */
export function parseLogUri({ authority, path, query }: LogUriParts) {
  const [, teamId, identifier] = /^\/(\d+)\/([^/]+)\/logs\/[^/]+\.jsonc$/.exec(path) ?? [];
  return teamId && identifier
    ? { ref: { origin: originOf(authority), teamId, identifier }, key: query }
    : undefined;
}
