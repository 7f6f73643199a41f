import type { ConnectorRef } from "../../platform/connectorRef";
import { keptFile, type ShownFile } from "./configurationFile";
import type { Configurations } from "./configurations";
import type { Versions } from "./versions";

/** What is published, or was last as far as this computer knows: for where the service may not be asked. */
export class KeptConfigurations {
  constructor(
    private readonly versions: Pick<Versions, "lastPublished">,
    private readonly configurations: Pick<Configurations, "load">,
  ) {}

  /** The version that is kept; undefined where none is. Does not reject. */
  async file(ref: ConnectorRef): Promise<ShownFile | undefined> {
    const text = await this.text(ref);
    return text === undefined ? undefined : keptFile(text);
  }

  /** What is published, or else what is kept; throws as `load` does where nothing is. */
  async published(ref: ConnectorRef): Promise<string> {
    try {
      return (await this.configurations.load(ref)).published;
    } catch (error) {
      const kept = await this.text(ref);
      if (kept === undefined) {
        throw error;
      }
      return kept;
    }
  }

  private text(ref: ConnectorRef): Promise<string | undefined> {
    return this.versions.lastPublished(ref).catch(() => undefined);
  }
}
