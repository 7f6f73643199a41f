import type { Connector } from "../connectors/connectorsApi";
import { formatConfiguration } from "../../platform/json/format";
import type { FileTimes } from "./editBases";
import type { StoredConnector } from "../connectors/publication";
import { parseServerTime } from "../../platform/http/serverTime";

/** A configuration as a file: what the editor's file system needs to know. */
export interface ConfigurationFile extends FileTimes {
  readonly connector: Connector;
  /** JSON text of the configuration as the service has it. */
  readonly published: string;
  /** UTF-8 of the text that the editor shows. */
  readonly bytes: Uint8Array;
}

/** @param bytes what the editor shows already, where that says the same */
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
