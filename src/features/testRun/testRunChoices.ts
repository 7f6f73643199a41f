import * as z from "zod/mini";
import type { ConnectorRef } from "../../platform/connectorRef";
import type { AccountStorage, AccountValue } from "../../platform/storage/accountStorage";

const choicesSchema = z.object({
  username: z.optional(z.string()),
  /** ID. */
  reportType: z.string(),
  accounts: z.union([z.array(z.string()), z.literal("all")]),
  /** Runtime IDs; all fields where it is missing. */
  fields: z.optional(z.array(z.string())),
  /** As `dateRange` has it. */
  dates: z.optional(z.string()),
  maxRows: z.number().check(z.int(), z.minimum(1), z.maximum(1_000_000)),
});

/** What a person chose for a test run. */
export type TestRunChoices = z.infer<typeof choicesSchema>;

const connectorsSchema = z.array(z.tuple([z.string(), choicesSchema]));

/** So many connectors are remembered in each account: those that were run last. */
const mostConnectors = 50;

/**
 * What was chosen last for each connector, until the sign-out. Made at the start, so that signing out forgets it also
 * where no test was run since.
 */
export class TestRunMemory {
  private readonly kept: AccountValue<z.infer<typeof connectorsSchema>>;

  constructor(storage: AccountStorage) {
    this.kept = storage.value("testRuns", connectorsSchema);
  }

  /** Undefined for a connector that wasn't run. */
  choices(ref: ConnectorRef): TestRunChoices | undefined {
    return this.kept.get(ref)?.find(([identifier]) => identifier === ref.identifier)?.[1];
  }

  /** Rejects where the editor can't write its state. */
  async remember(ref: ConnectorRef, choices: TestRunChoices): Promise<void> {
    const others = this.kept.get(ref)?.filter(([identifier]) => identifier !== ref.identifier);
    const all = [[ref.identifier, choices] as [string, TestRunChoices], ...(others ?? [])];
    await this.kept.set(ref, all.slice(0, mostConnectors));
  }
}
