import * as z from "zod/mini";
import type { Account } from "../account";

/** What `vscode.Memento` offers, as far as it is needed. */
export interface Storage {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
  keys(): readonly string[];
}

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
const teamsSchema = z.array(z.object({ teamId: z.string(), name: z.optional(z.string()) }));

export type RememberedTeam = z.infer<typeof teamsSchema>[number];

/** One kind of remembered value, kept per account or origin. */
class Cell<T> {
  constructor(
    private readonly storage: Storage,
    readonly kind: string,
    private readonly schema: z.ZodMiniType<T>,
  ) {}

  /** What another version wrote, and this one cannot read, counts as not there. */
  get(scope: Account | string): T | undefined {
    return this.schema.safeParse(this.storage.get(this.key(scope))).data;
  }

  async set(scope: Account | string, value: T): Promise<void> {
    await this.storage.update(this.key(scope), value);
  }

  private key(scope: Account | string): string {
    return typeof scope === "string"
      ? `${this.kind} ${scope}`
      : `${this.kind} ${scope.origin} ${scope.teamId}`;
  }
}

/** What is kept between sessions for an account, and goes with the sign-out. Holds no secret. */
export class Memory {
  /** The connectors known last, and when (milliseconds since 1970) the server listed them, if it did. */
  readonly list: Cell<z.infer<typeof listSchema>>;
  /** Identifiers of connectors, most recently used first. */
  readonly recent: Cell<string[]>;
  /** Teams that somebody signed in to at an origin, most recent first. */
  readonly teams: Cell<RememberedTeam[]>;
  /** Identifiers of the connectors that are published without asking. */
  readonly unasked: Cell<string[]>;
  /** How an origin last accepted a create. */
  readonly encoding: Cell<"form" | "json">;

  constructor(private readonly storage: Storage) {
    this.list = new Cell(storage, "list", listSchema);
    this.recent = new Cell(storage, "recent", z.array(z.string()));
    this.teams = new Cell(storage, "teams", teamsSchema);
    this.unasked = new Cell(storage, "unasked", z.array(z.string()));
    this.encoding = new Cell(storage, "encoding", z.enum(["form", "json"]));
  }

  async forgetAll(): Promise<void> {
    const cells = [this.list, this.recent, this.teams, this.unasked, this.encoding];
    const kinds = cells.map(({ kind }) => kind);
    const kept = this.storage.keys().filter((key) => kinds.includes(key.split(" ")[0] ?? ""));
    await Promise.all(kept.map((key) => this.storage.update(key, undefined)));
  }
}
