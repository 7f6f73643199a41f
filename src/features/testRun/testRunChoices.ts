import type { ConnectorRef } from "../../platform/connectorRef";
import type { AccountStorage, AccountValue } from "../../platform/storage/accountStorage";
import { list, members, number, oneOf, text, type Shape } from "../../platform/storage/shape";

const choicesShape = members(
  {
    /** ID. */
    reportType: text,
    accounts: (value) => list(text)(value) ?? oneOf("all")(value),
    maxRows: (value) => {
      const rows = number(value);
      return rows !== undefined && Number.isInteger(rows) && rows >= 1 && rows <= 1_000_000
        ? rows
        : undefined;
    },
  },
  {
    username: text,
    /** Runtime IDs; all fields where it is missing. */
    fields: list(text),
    /** As `dateRange` has it. */
    dates: text,
  },
);

/** What a person chose for a test run. */
export type TestRunChoices = NonNullable<ReturnType<typeof choicesShape>>;

const entryShape: Shape<[identifier: string, choices: TestRunChoices]> = (value) => {
  const [identifier, choices]: unknown[] = Array.isArray(value) ? value : [];
  const read = [text(identifier), choicesShape(choices)] as const;
  return read[0] !== undefined && read[1] ? [read[0], read[1]] : undefined;
};

/** So many connectors are remembered in each account: those that were run last. */
const mostConnectors = 50;

/**
 * What was chosen last for each connector, until the sign-out. Made at the start, so that signing out forgets it also
 * where no test was run since.
 */
export class TestRunMemory {
  private readonly kept: AccountValue<[identifier: string, choices: TestRunChoices][]>;

  constructor(storage: AccountStorage) {
    this.kept = storage.value("testRuns", list(entryShape));
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
