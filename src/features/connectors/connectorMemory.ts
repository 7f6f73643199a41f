import type { AccountFile } from "../../platform/storage/accountFile";
import type { AccountStorage, AccountValue } from "../../platform/storage/accountStorage";
import { list, members, number, oneOf, text } from "../../platform/storage/shape";

const connector = members(
  { identifier: text, name: text },
  { description: text, logoUrl: text, createdAt: text, updatedAt: text },
);

const remembered = members({ connectors: list(connector) }, { listedAt: number });

/** What is remembered of connectors between sessions. */
export class ConnectorMemory {
  /** The connectors of an account known last, and when (milliseconds since 1970) the service listed them, if it did. */
  readonly list: AccountFile<NonNullable<ReturnType<typeof remembered>>>;
  /** Identifiers of an account's connectors, most recently used first. */
  readonly recent: AccountValue<string[]>;
  /** How a service last accepted a create. */
  readonly encoding: AccountValue<"form" | "json">;

  constructor(storage: AccountStorage) {
    this.list = storage.file("list", remembered);
    this.recent = storage.texts("recent");
    this.encoding = storage.value("encoding", oneOf("form", "json"));
  }
}
