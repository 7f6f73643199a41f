import { getConnector, type Connector, type ConnectorDetails } from "../api/connectors";
import { ContractError } from "../api/errors";
import type { Send } from "../api/http";
import { configurationKey, type ConfigurationRef } from "./configurationPath";
import { formatConfiguration } from "./configurationText";
import type { Account } from "./memory";
import { parseServerTime } from "./serverTime";
import { WrongAccountError } from "./wrongAccountError";

/** A configuration as a file: what the editor's file system needs to know. */
export interface ConfigurationFile {
  readonly connector: Connector;
  /** UTF-8 of the text that the editor shows. */
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970, from the server; 0 when it does not say. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

interface Entry {
  readonly file: Promise<ConfigurationFile>;
  readonly loadedAt: number;
}

/**
 * The editor asks for a file's times, then for its content, and expects one answer to both. That long a
 * loaded file serves a document that is not open yet. Milliseconds.
 */
const settleTime = 15_000;

/** Loads configurations for the editor: one request for each document that is opened. */
export class Configurations {
  private readonly entries = new Map<string, Entry>();

  /** @param account the account that is signed in; throws when there is none */
  constructor(
    private readonly send: Send,
    private readonly account: () => Promise<Account>,
    private readonly isOpen: (ref: ConfigurationRef) => boolean,
  ) {}

  /** Takes the configuration from an answer that brought it, e.g. of a create: no request is needed. */
  adopt(ref: ConfigurationRef, details: ConnectorDetails): void {
    if (details.configurationText !== undefined) {
      void this.keep(ref, Promise.resolve(fileFrom(details)));
    }
  }

  /** Throws what the request threw, or `WrongAccountError` for a document of another account. */
  load(ref: ConfigurationRef): Promise<ConfigurationFile> {
    const entry = this.entries.get(configurationKey(ref));
    if (entry && (this.isOpen(ref) || Date.now() - entry.loadedAt < settleTime)) {
      return entry.file;
    }
    return this.keep(ref, this.fetch(ref));
  }

  /** The document was closed: the next time it is opened it is loaded anew. */
  release(ref: ConfigurationRef): void {
    this.entries.delete(configurationKey(ref));
  }

  /** Forgets everything that was loaded; documents that are open keep their text in the editor. */
  clear(): void {
    this.entries.clear();
  }

  private async fetch(ref: ConfigurationRef): Promise<ConfigurationFile> {
    const account = await this.account();
    if (account.origin !== ref.origin || account.teamId !== ref.teamId) {
      throw new WrongAccountError(ref, account);
    }
    return fileFrom(await getConnector(this.send, ref.teamId, ref.identifier));
  }

  private keep(ref: ConfigurationRef, file: Promise<ConfigurationFile>) {
    const key = configurationKey(ref);
    const entry = { file, loadedAt: Date.now() };
    this.entries.set(key, entry);
    file.catch(() => {
      if (this.entries.get(key) === entry) {
        this.entries.delete(key);
      }
    });
    return file;
  }
}

function fileFrom({ connector, configurationText }: ConnectorDetails): ConfigurationFile {
  if (configurationText === undefined) {
    throw new ContractError("configuration.configuration_json", { status: 200 });
  }
  const updatedAt = parseServerTime(connector.updatedAt) ?? 0;
  return {
    connector,
    bytes: formatConfiguration(configurationText),
    createdAt: parseServerTime(connector.createdAt) ?? updatedAt,
    updatedAt,
  };
}
