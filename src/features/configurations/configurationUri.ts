import {
  authorityOf,
  originOf,
  type ConnectorRef,
  type UriParts,
} from "../../platform/connectorRef";
import { type Account } from "../../platform/account";
import { pathSegment } from "../../platform/words/fileName";
import type { Connector } from "../connectors/connectorsApi";

/**
 * `/TEAM/IDENTIFIER/NAME (IDENTIFIER).json`, all that is needed to load the document again. The last
 * segment is only the tab's label. The authority names the service where it is not the public one, so
 * that a document of one service is never mistaken for one of another.
 */
export function configurationUri(account: Account, connector: Connector): UriParts {
  const { identifier, name } = connector;
  const label = pathSegment(name === identifier ? identifier : `${name} (${identifier})`);
  return {
    authority: authorityOf(account.origin),
    path: `/${account.teamId}/${identifier}/${label}.json`,
  };
}

/** Whose configuration a URI names; undefined when it is not of the form above. */
export function parseConfigurationUri({ authority, path }: UriParts): ConnectorRef | undefined {
  const [, teamId, identifier] = /^\/(\d+)\/([^/]+)\/[^/]+\.json$/.exec(path) ?? [];
  return teamId && identifier ? { origin: originOf(authority), teamId, identifier } : undefined;
}
