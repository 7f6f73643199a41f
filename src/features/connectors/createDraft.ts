import * as z from "zod/mini";
import type { Connector, NewConnector } from "./connectorsApi";
import { duplicateName } from "./fieldLimits";
import type { Storage } from "../../platform/storage/accountStorage";

const sourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("default") }),
  z.object({ kind: z.literal("connector"), identifier: z.string() }),
  /** Typed by the person, who may know a connector that the list does not show. */
  z.object({ kind: z.literal("typed"), identifier: z.string() }),
  /** A file with a configuration, by its URI. */
  z.object({ kind: z.literal("file"), uri: z.string() }),
  /** A connector that was deleted from here, by the time of that (milliseconds since 1970). */
  z.object({ kind: z.literal("deleted"), deletedAt: z.number() }),
]);

const draftSchema = z.object({ name: z.string(), description: z.string(), source: sourceSchema });

/** What a person has typed and chosen for a new connector. */
export type CreateDraft = z.infer<typeof draftSchema>;
/** What the configuration of a new connector is taken from. */
export type CreateSource = z.infer<typeof sourceSchema>;

/** A draft in which nothing was typed or chosen. */
export const emptyDraft: CreateDraft = { name: "", description: "", source: { kind: "default" } };

/** What duplicating a connector begins with: its description, and a name that tells the two apart. */
export function duplicateDraft({ name, description = "", identifier }: Connector): CreateDraft {
  return { name: duplicateName(name), description, source: { kind: "connector", identifier } };
}

/** The draft while it is being filled; `change` keeps what was typed. */
export interface EditableDraft {
  readonly value: CreateDraft;
  change(part: Partial<CreateDraft>): void;
}

/** What a person has typed for a new connector. Kept at every change until it is given up or created. */
export class DraftStorage {
  /** @param purpose drafts for different purposes do not touch each other */
  constructor(
    private readonly storage: Pick<Storage, "get" | "update">,
    private readonly purpose: string,
  ) {}

  /** What an earlier attempt left, e.g. before the window was reloaded. */
  restore(): CreateDraft | undefined {
    return draftSchema.safeParse(this.storage.get(this.key)).data;
  }

  /** Writes the draft. Doesn't wait until it is written. */
  keep(draft: CreateDraft): void {
    void this.storage.update(this.key, draft);
  }

  /** Forgets the draft: it was created or given up. */
  drop(): void {
    void this.storage.update(this.key, undefined);
  }

  private get key(): string {
    return `createDraft ${this.purpose}`;
  }
}

/** What is sent for a draft: the texts as typed, but for blanks around them. */
export function newConnectorFrom({ name, description, source }: CreateDraft): NewConnector {
  return {
    title: name.trim(),
    description: description.trim(),
    duplicateOf: "identifier" in source ? source.identifier.trim() : undefined,
  };
}
