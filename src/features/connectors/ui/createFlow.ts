import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../connectorsApi";
import { createConnector, type CreateOutcome, type CreationParts } from "../createConnector";
import type { ConnectorStore } from "../connectorStore";
import {
  CreateDraftKeeper,
  emptyDraft,
  newConnectorFrom,
  type CreateDraft,
  type CreateSource,
} from "../createDraft";
import { createSteps } from "../createSteps";
import type { Account } from "../../../platform/account";
import type { Storage } from "../../../platform/storage/accountStorage";
import { plainText } from "../../../platform/words/plainText";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Publisher } from "../publisher";
import type { Session } from "../../account/session";
import { runSteps } from "../../../platform/flow/steps";
import type { Notifier } from "../../../platform/ui/notifier";
import { withCancel } from "../../../platform/ui/progress";
import { confirmCreate } from "../../configurations/ui/confirmPublish";
import { chooseFile, connectorFiles, readSource, type SourceParts } from "./createSource";
import { fillConnector, type Created } from "./fillConnector";
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
  readonly show: (created: Created) => Promise<void>;
  readonly sources: SourceParts;
  readonly publisher: Pick<Publisher, "publish">;
  readonly open: (account: Account, connector: Connector) => Promise<void>;
}

/** What a flow begins with; what was left of an earlier one with the same purpose comes first. */
export interface CreateStart {
  /** Whose the source is, where it is somebody's: the connector is made there and nowhere else. */
  readonly account?: Account;
  readonly purpose: string;
  readonly draft: CreateDraft;
}

/** One run of Create Connector, from the first question until the person has a connector or gives up. */
export class ConnectorCreation {
  /** The same from the first question to the last try. */
  private account: Account | undefined;
  private draft: CreateDraft;
  private readonly keeper: CreateDraftKeeper;

  /** @param start what the flow begins with, where it was started from something */
  constructor(
    private readonly parts: CreateParts,
    { account, purpose, draft }: CreateStart = { purpose: "", draft: emptyDraft },
  ) {
    this.account = account;
    this.keeper = new CreateDraftKeeper(parts.drafts, purpose);
    this.draft = this.keeper.left() ?? draft;
  }

  /** Asks the questions, from the first one or again from the last, and creates. */
  async run(from: "first" | "last" = "first"): Promise<void> {
    const { parts } = this;
    if ((await parts.session.ready()).kind !== "signedIn" && !(await parts.signIn())) {
      return;
    }
    this.account ??= await parts.session.account();
    const { account } = this;
    const steps = createSteps(parts.prompts, this.draftInHand(), {
      connectors: () => parts.store.fresh(),
      known: () => parts.store.state.connectors,
      recent: () => parts.store.recent(),
      files: connectorFiles,
      chooseFile,
    });
    if (!(await runSteps(steps.all, from === "last" ? steps.last() : undefined))) {
      this.keeper.drop();
      return;
    }
    let text: string | undefined;
    try {
      text = await readSource(parts.sources, account, this.draft.source);
    } catch (error) {
      this.refuse(error);
      return;
    }
    // Where it is not, the draft stays: the next time begins with what was answered.
    if (text === undefined || (await confirmCreate(text, this.draft))) {
      await this.conclude(await this.send(account), text);
    }
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

  /** @param text what to publish into the connector once it exists */
  private async conclude(outcome: CreateOutcome, text: string | undefined): Promise<void> {
    switch (outcome.kind) {
      case "created":
        return this.succeed(outcome, text);
      case "lost":
        return this.lookForLost(outcome);
      case "refused":
        return this.refuse(outcome.error);
      case "cancelled":
        return undefined;
    }
  }

  private async succeed(created: Created, text: string | undefined): Promise<void> {
    const { source } = this.draft;
    const { title } = this;
    this.keeper.drop();
    if (text === undefined) {
      await this.parts.show(created);
    } else if (!(await fillConnector(this.parts, created, { source, text, title }))) {
      return;
    }
    const remark = remarkOn(source, title, created.details.connector.identifier);
    if (remark) {
      void vscode.window.showInformationMessage(remark);
    }
  }

  private refuse(error: unknown): void {
    this.parts.notifier.failed(error, {
      context: {
        failed: l10n.t("Could not create {0}.", this.title),
        notFound:
          "identifier" in this.draft.source
            ? l10n.t("The connector to duplicate does not exist: choose another one.")
            : l10n.t("There is no such team, or the key does not belong to it."),
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
}

/** What is not as people may expect of a connector that was made from another one. */
function remarkOn({ kind }: CreateSource, title: string, identifier: string): string | undefined {
  switch (kind) {
    case "connector":
    case "typed":
      return l10n.t(
        "{0} was created. Whether a duplicate takes over secrets and logo is documented nowhere: check them before you use it.",
        title,
      );
    case "deleted":
      return l10n.t(
        "{0} was made anew. Its identifier is new ({1}); secrets and logo are not part of it.",
        title,
        identifier,
      );
    case "default":
    case "file":
      return undefined;
  }
}
