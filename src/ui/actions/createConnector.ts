import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../../api/connectors";
import {
  createConnector,
  type CreateOutcome,
  type CreationParts,
} from "../../core/connectorCreation";
import type { ConnectorStore } from "../../core/connectorStore";
import {
  CreateDraftKeeper,
  emptyDraft,
  newConnectorFrom,
  type CreateDraft,
} from "../../core/createDraft";
import { createSteps } from "../../core/createSteps";
import { duplicateName } from "../../core/limits";
import type { Account, Storage } from "../../core/memory";
import { plainText } from "../../core/plainText";
import type { Prompts } from "../../core/prompts";
import type { Session } from "../../core/session";
import { runSteps } from "../../core/steps";
import type { Notifier } from "../notifier";
import { withCancel } from "../progress";
import { lookForLost } from "./lostCreate";

export interface CreateParts extends CreationParts {
  readonly store: ConnectorStore;
  readonly session: Session;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  /** Keeps what was typed, in this window. */
  readonly drafts: Pick<Storage, "get" | "update">;
  readonly signIn: () => Promise<boolean>;
  /** Shows a new connector in the tree and opens the configuration that its answer brought. */
  readonly show: (created: Extract<CreateOutcome, { kind: "created" }>) => Promise<void>;
  readonly open: (account: Account, connector: Connector) => Promise<void>;
}

/** One run of Create Connector, from the first question until the person has a connector or gives up. */
export class ConnectorCreation {
  private draft: CreateDraft;
  private readonly keeper: CreateDraftKeeper;

  /** @param source the connector to duplicate, where the flow was started from one */
  constructor(
    private readonly parts: CreateParts,
    source?: Connector,
  ) {
    this.keeper = new CreateDraftKeeper(parts.drafts, source?.identifier ?? "");
    this.draft = this.keeper.left() ?? (source ? duplicateDraft(source) : emptyDraft);
  }

  /** Asks the questions, from the first one or again from the last, and creates. */
  async run(from: "first" | "last" = "first"): Promise<void> {
    const { parts } = this;
    if ((await parts.session.ready()).kind !== "signedIn" && !(await parts.signIn())) {
      return;
    }
    const account = await parts.session.account();
    const steps = createSteps(parts.prompts, this.draftInHand(), {
      connectors: () => parts.store.fresh(),
      known: () => parts.store.state.connectors,
      recent: () => parts.store.recent(),
    });
    if (!(await runSteps(steps.all, from === "last" ? steps.last() : undefined))) {
      this.keeper.drop();
      return;
    }
    await this.conclude(await this.send(account));
  }

  private draftInHand() {
    const change = (part: Partial<CreateDraft>) => {
      this.draft = { ...this.draft, ...part };
      this.keeper.keep(this.draft);
    };
    const current = () => this.draft;
    return {
      get value() {
        return current();
      },
      change,
    };
  }

  private send(account: Account): Thenable<CreateOutcome> {
    return withCancel(l10n.t("Creating connector {0}…", this.title), (signal) =>
      createConnector(this.parts, account, newConnectorFrom(this.draft), signal),
    );
  }

  private async conclude(outcome: CreateOutcome): Promise<void> {
    switch (outcome.kind) {
      case "created":
        return this.succeed(outcome);
      case "lost":
        return this.lookForLost(outcome);
      case "refused":
        return this.refuse(outcome.error);
      case "cancelled":
        return undefined;
    }
  }

  private async succeed(outcome: Extract<CreateOutcome, { kind: "created" }>): Promise<void> {
    const wasDuplicate = this.draft.source.kind !== "default";
    this.keeper.drop();
    await this.parts.show(outcome);
    if (wasDuplicate) {
      void vscode.window.showInformationMessage(
        l10n.t(
          "{0} was created. Whether a duplicate takes over secrets and logo is documented nowhere: check them before you use it.",
          this.title,
        ),
      );
    }
  }

  private refuse(error: unknown): void {
    this.parts.notifier.failed(error, {
      context: {
        failed: this.failedText,
        notFound:
          this.draft.source.kind === "default"
            ? l10n.t("There is no such team, or the key does not belong to it.")
            : l10n.t("The connector to duplicate does not exist: choose another one."),
        right: "cb_connectors_write",
      },
      tryAgain: () => this.run("last"),
      afterSignIn: () => this.run("last"),
    });
  }

  private lookForLost(outcome: Extract<CreateOutcome, { kind: "lost" }>): Promise<void> {
    const { send, store, notifier, open } = this.parts;
    const settled = () => this.keeper.drop();
    const tryAgain = () => this.run("last");
    return lookForLost({ send, store, notifier, open, settled, tryAgain }, outcome, this.title);
  }

  private get title(): string {
    return `“${plainText(this.draft.name, 80)}”`;
  }

  private get failedText(): string {
    return l10n.t("Could not create {0}.", this.title);
  }
}

function duplicateDraft({ name, identifier }: Connector): CreateDraft {
  return {
    name: duplicateName(name),
    description: "",
    source: { kind: "connector", identifier },
  };
}
