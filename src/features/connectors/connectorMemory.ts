import * as z from "zod/mini";
import type { AccountFile } from "../../platform/storage/accountFile";
import type { AccountStorage, AccountValue } from "../../platform/storage/accountStorage";

const connectorSchema = z.object({
  identifier: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  logoUrl: z.optional(z.string()),
  createdAt: z.optional(z.string()),
  updatedAt: z.optional(z.string()),
});

const listSchema = z.object({
  connectors: z.array(connectorSchema),
  listedAt: z.optional(z.number()),
});

/** What is remembered of connectors between sessions. */
export class ConnectorMemory {
  /** The connectors of an account known last, and when (milliseconds since 1970) the service listed them, if it did. */
  readonly list: AccountFile<z.infer<typeof listSchema>>;
  /** Identifiers of an account's connectors, most recently used first. */
  readonly recent: AccountValue<string[]>;
  /** How a service last accepted a create. */
  readonly encoding: AccountValue<"form" | "json">;

  constructor(storage: AccountStorage) {
    this.list = storage.file("list", listSchema);
    this.recent = storage.texts("recent");
    this.encoding = storage.value("encoding", z.enum(["form", "json"]));
  }
}
