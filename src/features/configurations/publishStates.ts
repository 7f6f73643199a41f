import { configurationKey, type ConfigurationRef } from "../../platform/connectorRef";
import { Emitter } from "../../platform/event";
import type { Stored } from "../connectors/publication";

/** What is worth knowing of a configuration beside its text. */
export type ConnectorState =
  /** Somebody else published, and the person has not decided yet. */
  | {
      readonly kind: "conflict";
      readonly theirs: Stored;
      /** Theirs came while ours was on its way. */
      readonly wasSent: boolean;
      /** The person has put both together in the merge editor. */
      readonly isMerged: boolean;
    }
  /** The list says that somebody else published, and the document holds an edit. */
  | { readonly kind: "changedElsewhere" }
  | { readonly kind: "publishing" }
  /** Just now: it goes away by itself. */
  | { readonly kind: "published" };

export type Conflict = Extract<ConnectorState, { kind: "conflict" }>;

/** How long something that has just been published says so. Milliseconds. */
const shown = 5000;

/** The states of the configurations of whichever account; most have none. */
export class ConnectorStates {
  private readonly changed = new Emitter<ConfigurationRef>();
  readonly onDidChange = this.changed.event;
  private readonly states = new Map<
    string,
    { readonly ref: ConfigurationRef; readonly state: ConnectorState }
  >();

  get(ref: ConfigurationRef): ConnectorState | undefined {
    return this.states.get(configurationKey(ref))?.state;
  }

  conflict(ref: ConfigurationRef): Conflict | undefined {
    const state = this.get(ref);
    return state?.kind === "conflict" ? state : undefined;
  }

  /** The configurations in a state of that kind. */
  all(kind: ConnectorState["kind"]): readonly ConfigurationRef[] {
    return [...this.states.values()].flatMap(({ ref, state }) =>
      state.kind === kind ? [ref] : [],
    );
  }

  /** What is in the editor and what is on the service are one again. */
  settle(ref: ConfigurationRef): void {
    const kind = this.get(ref)?.kind;
    if (kind === "conflict" || kind === "changedElsewhere") {
      this.set(ref, undefined);
    }
  }

  set(ref: ConfigurationRef, state: ConnectorState | undefined): void {
    const key = configurationKey(ref);
    if (state) {
      this.states.set(key, { ref, state });
    } else if (!this.states.delete(key)) {
      return;
    }
    this.changed.fire(ref);
    if (state?.kind === "published") {
      setTimeout(() => this.get(ref) === state && this.set(ref, undefined), shown);
    }
  }
}
