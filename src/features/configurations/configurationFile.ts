import type { Connector } from "../connectors/connectorsApi";
import { formatConfiguration } from "../../platform/json/format";
import type { FileTimes } from "./editBases";
import type { StoredConnector } from "../connectors/storedConnector";
import { parseServerTime } from "../../platform/http/serverTime";

/** A configuration as a file: what the editor's file system needs to know. */
export interface ShownFile extends FileTimes {
  /** UTF-8 of the text that the editor shows. */
  readonly bytes: Uint8Array;
}

/** Such a file with what the service has. */
export interface ConfigurationFile extends ShownFile {
  readonly connector: Connector;
  /** JSON text of the configuration as the service has it. */
  readonly published: string;
}

/**
 * A version that is kept on this computer. Older than every file that the service has, so that the editor takes
 * that one as soon as it can be loaded.
 * @param text JSON text of the configuration
 */
export function keptFile(text: string): ShownFile {
  const bytes = formatConfiguration(text);
  return { bytes, createdAt: 0, updatedAt: 1, size: bytes.byteLength };
}

/**
 * A connector's configuration as a file.
 * @param bytes what the editor shows already, where that says the same
 */
export function fileFrom(
  { connector, text }: StoredConnector,
  bytes = formatConfiguration(text),
): ConfigurationFile {
  const updatedAt = parseServerTime(connector.updatedAt) ?? 0;
  return {
    connector,
    published: text,
    bytes,
    createdAt: parseServerTime(connector.createdAt) ?? updatedAt,
    updatedAt,
    size: bytes.byteLength,
  };
}

/**
 * The file with a time after that of the one that it takes the place of: the editor tells files apart by time
 * and size, and a server's clock may stand still between two versions.
 */
export function laterThan(
  before: ConfigurationFile | undefined,
  file: ConfigurationFile,
): ConfigurationFile {
  return before && before.updatedAt >= file.updatedAt
    ? { ...file, updatedAt: before.updatedAt + 1 }
    : file;
}

/** The file with the times that the editor knows, which then takes it for the one that it has. */
export function withTimes(
  file: ConfigurationFile,
  { createdAt, updatedAt, size }: FileTimes,
): ConfigurationFile {
  return { ...file, createdAt, updatedAt, size };
}
