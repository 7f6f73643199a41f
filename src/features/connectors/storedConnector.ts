import type { Connector, ConnectorDetails } from "./connectorsApi";
import { ContractError } from "../../platform/http/errors";
import { isSameVersion } from "../../platform/json/compare";
import { versionId, type VersionId } from "../../platform/json/tokens";

/** The version that an edit began from: its text, or only its name where the text is not at hand. */
export type BaseVersion = { readonly text: string } | { readonly id: VersionId };

/** A connector and its configuration as they are on the server. */
export interface StoredConnector {
  readonly connector: Connector;
  readonly name: string | undefined;
  /** Empty where the server has none; undefined where it does not tell. */
  readonly description?: string | undefined;
  /** JSON text of the configuration as it arrived. */
  readonly text: string;
}

/** Throws `ContractError` where the answer had no configuration. */
export function storedFrom(details: ConnectorDetails): StoredConnector {
  const { connector, storedName, storedDescription, configurationText } = details;
  if (configurationText === undefined) {
    throw new ContractError("configuration.configuration_json", { status: 200 });
  }
  return {
    connector,
    name: storedName,
    description: storedDescription,
    text: configurationText,
  };
}

/** Whether a text is the version that an edit began from. */
export function isBaseVersion(text: string, base: BaseVersion | undefined): boolean {
  if (!base) {
    return false;
  }
  return "text" in base ? isSameVersion(text, base.text) : versionId(text) === base.id;
}
