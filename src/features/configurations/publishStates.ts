import { connectorKey, type ConnectorRef } from "../../platform/connectorRef";
import { systemClock } from "../../platform/clock";
import { Emitter } from "../../platform/event";
import type { Published } from "../connectors/publisher";
import type { StoredConnector } from "../connectors/storedConnector";
import type { Author } from "./authors";

/** What is worth knowing of a configuration beside its text. */
export type PublishState =
  /** Another version was published than the edit began from, and the person has not decided yet. */
  | {
      readonly kind: "conflict";
      readonly theirs: StoredConnector;
      readonly by: Author;
      /** Theirs came while ours was on its way. */
      readonly wasSent: boolean;
      /** The person has put both together in the merge editor. */
      readonly isMerged: boolean;
    }
  /** The connector was changed, but not by what the document holds: an edit. */
  | { readonly kind: "changedElsewhere"; readonly by: Author }
  | { readonly kind: "publishing" }
  /** Just now: it goes away by itself. */
  | { readonly kind: "published" };

/** Another version was published while the configuration was being edited, or while an edit was on its way. */
export type Conflict = Extract<PublishState, { kind: "conflict" }>;

/** How long something that has just been published says so. Milliseconds. */
const shown = 5000;

/** The states of the configurations of whichever account; most have none. */
export class PublishStates {
  /** What is said of a configuration while it is being published is another state than before and after. */
  private readonly before = new Map<string, PublishState | undefined>();
  private readonly changed = new Emitter<ConnectorRef>();
  readonly onDidChange = this.changed.event;
  private readonly states = new Map<
    string,
    { readonly ref: ConnectorRef; readonly state: PublishState }
  >();

  constructor(private readonly clock = systemClock) {}

  /** @returns what the last publish of a connector came to, or undefined */
  get(ref: ConnectorRef): PublishState | undefined {
    return this.states.get(connectorKey(ref))?.state;
  }

  /** @returns the conflict of a connector, if it has one */
  conflict(ref: ConnectorRef): Conflict | undefined {
    const state = this.get(ref);
    return state?.kind === "conflict" ? state : undefined;
  }

  /** A change is being published from now on. Only of a configuration anything is said. */
  publishStarted({ ref, change }: Pick<Published, "ref" | "change">): void {
    if (!change.configuration) {
      return;
    }
    this.before.set(connectorKey(ref), this.get(ref));
    this.set(ref, { kind: "publishing" });
  }

  /** What came of it: a configuration that was published says so for a while. */
  publishEnded({ ref, change, publication }: Published): void {
    if (!change.configuration) {
      return;
    }
    const key = connectorKey(ref);
    const before = this.before.get(key);
    this.before.delete(key);
    this.set(ref, before);
    if (publication.kind === "published") {
      this.set(ref, { kind: "published" });
    }
  }

  /** The configurations in a state of that kind. */
  all(kind: PublishState["kind"]): readonly ConnectorRef[] {
    return [...this.states.values()].flatMap(({ ref, state }) =>
      state.kind === kind ? [ref] : [],
    );
  }

  /** What is in the editor and what is on the service are one again. */
  clearConflict(ref: ConnectorRef): void {
    const kind = this.get(ref)?.kind;
    if (kind === "conflict" || kind === "changedElsewhere") {
      this.set(ref, undefined);
    }
  }

  /** Sets a connector's state, or removes it, and tells the listeners. */
  set(ref: ConnectorRef, state: PublishState | undefined): void {
    const key = connectorKey(ref);
    if (state) {
      this.states.set(key, { ref, state });
    } else if (!this.states.delete(key)) {
      return;
    }
    this.changed.fire(ref);
    if (state?.kind === "published") {
      this.clock.start(() => this.get(ref) === state && this.set(ref, undefined), shown);
    }
  }
}
