import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { createConnector, type CreateOutcome, type CreationParts } from "../createConnector";
import type { ConnectorStore } from "../connectorStore";
import {
  DraftStorage,
  emptyDraft,
  newConnectorFrom,
  type CreateDraft,
  type CreateSource,
} from "../createDraft";
import { createSteps, type CreateAction, type SourceList } from "../createSteps";
import type { Account } from "../../../platform/account";
import type { Storage } from "../../../platform/storage/accountStorage";
import { plainText } from "../../../platform/words/plainText";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Publisher } from "../publisher";
import type { Session } from "../../account/session";
import { runSteps } from "../../../platform/flow/steps";
import type { Notifier } from "../../../platform/ui/notifier";
import { withCancel } from "../../../platform/ui/progress";
import type { DeletedConnectors } from "../deletedConnectors";
import { confirmErrors } from "./confirmErrors";
import type { ConnectorTargets } from "./connectorTarget";
import type { ConnectorContributions } from "./contributions";
import { readSource } from "./createSource";
import { publishInitialConfiguration, type CreatedConnector } from "./publishInitialConfiguration";
import { investigateLostCreate } from "./lostCreate";

/** What the creation of a connector needs, with its questions and messages. */
export interface CreateParts extends CreationParts {
  readonly store: ConnectorStore;
  readonly session: Session;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  /** Keeps what was typed, in this window. */
  readonly drafts: Pick<Storage, "get" | "update">;
  readonly targets: Pick<ConnectorTargets, "ensureSignedIn">;
  /** Has everybody know the new connector, and the configuration that its answer brought. */
  readonly created: (created: CreatedConnector) => void;
  readonly publisher: Publisher;
  readonly deleted: DeletedConnectors;
  readonly contributions: ConnectorContributions;
}

/** What a flow begins with; what was left of an earlier one with the same purpose comes first. */
export interface CreateStart {
  /** Whose the source is, where it is somebody's: the connector is made there and nowhere else. */
  readonly account?: Account;
  readonly action: CreateAction;
  readonly purpose: string;
  readonly draft: CreateDraft;
}

/** One run of Create Connector, from the first question until the person has a connector or gives up. */
export class CreateConnectorFlow {
  /** The same from the first question to the last try. */
  private account: Account | undefined;
  private draft: CreateDraft;
  private readonly action: CreateAction;
  private readonly keeper: DraftStorage;

  /** @param start what the flow begins with, where it was started from something */
  constructor(
    private readonly parts: CreateParts,
    { account, action, purpose, draft }: CreateStart = {
      action: "create",
      purpose: "",
      draft: emptyDraft,
    },
  ) {
    this.account = account;
    this.action = action;
    this.keeper = new DraftStorage(parts.drafts, purpose);
    const kept = this.keeper.restore();
    // What the connector is made from is not asked for again.
    this.draft = { ...draft, ...kept, ...(action !== "create" && { source: draft.source }) };
  }

  /** Asks the questions, from the first one or again from the last, and creates. */
  async run(from: "first" | "last" = "first"): Promise<void> {
    const { parts } = this;
    if (!(await parts.targets.ensureSignedIn())) {
      return;
    }
    this.account ??= await parts.session.account();
    const { account } = this;
    const sources: SourceList = {
      connectors: () => parts.store.freshConnectors(),
      known: () => parts.store.state.connectors,
      recent: () => parts.store.recent(),
      files: async () => (await parts.contributions.files?.list()) ?? [],
      chooseFile: async () => parts.contributions.files?.choose(),
    };
    const steps = createSteps(parts.prompts, this.draftInHand(), sources, this.action);
    if (!(await runSteps(steps.all, from === "last" ? steps.last() : undefined))) {
      this.keeper.drop();
      return;
    }
    let text: string | undefined;
    try {
      text = await readSource(parts, account, this.draft.source);
    } catch (error) {
      this.refuse(error);
      return;
    }
    // Where it is not, the draft stays: the next time begins with what was answered.
    if (text === undefined || (await this.confirm(text))) {
      await this.conclude(await this.send(account), text);
    }
  }

  /** Asks before a connector is made from a text in which the checks find errors. */
  private async confirm(text: string): Promise<boolean> {
    const { name, source } = this.draft;
    const errors = await this.parts.contributions.errorsIn(text);
    return (
      errors.length === 0 ||
      confirmErrors(errors, {
        uri: source.kind === "file" ? vscode.Uri.parse(source.uri, true) : undefined,
        name: plainText(name, 80),
        detail: l10n.t("Changes go live immediately."),
        goOn: l10n.t("Create Anyway"),
      })
    );
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
    return withCancel(l10n.t("Creating {0}…", this.title), (signal) =>
      createConnector(this.parts, account, newConnectorFrom(this.draft), signal),
    );
  }

  /** @param text what to publish into the connector once it exists */
  private async conclude(outcome: CreateOutcome, text: string | undefined): Promise<void> {
    switch (outcome.kind) {
      case "created":
        return this.succeed(outcome, text);
      case "lost":
        return this.investigateLost(outcome);
      case "refused":
        return this.refuse(outcome.error);
      case "cancelled":
        return undefined;
    }
  }

  private async succeed(created: CreatedConnector, text: string | undefined): Promise<void> {
    const { source } = this.draft;
    const { title } = this;
    this.keeper.drop();
    if (text === undefined) {
      this.parts.created(created);
    } else if (!(await publishInitialConfiguration(this.parts, created, { source, text, title }))) {
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
        failed: l10n.t("Couldn't create {0}.", this.title),
        notFound: this.notFoundText(),
        right: "cb_connectors_write",
      },
      tryAgain: () => this.run("last"),
      afterSignIn: () => this.run("last"),
    });
  }

  private notFoundText(): string {
    if (!("identifier" in this.draft.source)) {
      return l10n.t("Team not found, or this key has no access to it.");
    }
    return this.action === "duplicate"
      ? l10n.t("The connector to duplicate no longer exists.")
      : l10n.t("Connector to duplicate not found. Select another one.");
  }

  private investigateLost(outcome: Extract<CreateOutcome, { kind: "lost" }>): Promise<void> {
    const { send, store, notifier } = this.parts;
    const found = () => this.keeper.drop();
    const tryAgain = () => this.run("last");
    return investigateLostCreate({ send, store, notifier, found, tryAgain }, outcome, this.title);
  }

  private get title(): string {
    return `"${plainText(this.draft.name, 80)}"`;
  }
}

/** What is not as people may expect of a connector that was made from another one. */
function remarkOn({ kind }: CreateSource, title: string, identifier: string): string | undefined {
  switch (kind) {
    case "connector":
    case "typed":
      return l10n.t(
        "Created {0}. Check its secrets and logo before you use the connector: they might not have been copied.",
        title,
      );
    case "deleted":
      return l10n.t(
        "Restored as a new connector: {0} ({1}). Secrets and logo weren't restored.",
        title,
        identifier,
      );
    case "default":
    case "file":
      return undefined;
  }
}
