import type { Connector } from "../../../src/features/connectors/connectorsApi";
import {
  emptyDraft,
  newConnectorFrom,
  type CreateDraft,
} from "../../../src/features/connectors/createDraft";
import {
  createSteps,
  type CreateAction,
  type SourceList,
} from "../../../src/features/connectors/createSteps";
import { runSteps } from "../../../src/platform/flow/steps";
import type { ScriptedPrompts } from "./scriptedPrompts";

/** A draft that remembers every change, as a window that is reloaded would find it. */
export class Draft {
  readonly kept: CreateDraft[] = [];

  constructor(private current: CreateDraft = emptyDraft) {}

  get value(): CreateDraft {
    return this.current;
  }

  change(part: Partial<CreateDraft>): void {
    this.current = { ...this.current, ...part };
    this.kept.push(this.current);
  }
}

export const connectors: readonly Connector[] = [
  { identifier: "T3S70", name: "Harbour Mail", description: "By day" },
  { identifier: "B1K3S", name: "Bikes" },
];

export const sources = (given: Partial<SourceList> = {}): SourceList => ({
  connectors: async () => connectors,
  known: () => [],
  recent: () => [],
  files: async () => [],
  chooseFile: async () => undefined,
  ...given,
});

/** Goes through Create Connector; what would be sent, or undefined where the person gave up. */
export async function create(
  script: ScriptedPrompts,
  draft = new Draft(),
  {
    list = sources(),
    from = "first",
    action,
  }: { list?: SourceList; from?: "first" | "last"; action?: CreateAction } = {},
) {
  const { all, last } = createSteps(script, draft, list, action);
  const isThrough = await runSteps(all, from === "last" ? last() : undefined);
  return isThrough ? newConnectorFrom(draft.value) : undefined;
}
