import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { connectorKey, type ConnectorRef } from "../../../platform/connectorRef";
import type { Configurations } from "../configurations";
import type { PublishStates } from "../publishStates";
import { findTextProblem } from "../textProblem";
import { plainText } from "../../../platform/words/plainText";
import type { Publication } from "../../connectors/publication";
import {
  isBaseVersion,
  type BaseVersion,
  type StoredConnector,
} from "../../connectors/storedConnector";
import type { Publisher } from "../../connectors/publisher";
import { isSameVersion } from "../../../platform/json/compare";
import type { Versions } from "../versions";
import type { ConfirmPublish } from "./confirmPublish";
import type { ConflictActions } from "./conflictActions";
import { openDocument, otherEdit } from "./configurationDocuments";
import { documentConflictSide, type DocumentConflictParts } from "./documentConflictSide";
import type { EditAccess } from "../editAccess";
import { SignedOutError } from "../../../platform/http/errors";
import {
  notPublished,
  type PublishAttempt,
  type PublishOutcome,
  type PublishSuccess,
} from "./publishAttempt";
import { decode, typedText } from "./documentText";
import type { PublishMessages } from "./publishMessages";

/** What the publishing of documents needs. */
export interface PublishingParts {
  readonly configurations: Configurations;
  readonly publisher: Publisher;
  readonly states: PublishStates;
  readonly confirm: ConfirmPublish;
  readonly conflicts: ConflictActions;
  readonly messages: PublishMessages;
  readonly versions: Pick<Versions, "add">;
  /** Whether it can be published now. Looks again for the key where there was none. */
  readonly accessTo: (ref: ConnectorRef) => Promise<EditAccess>;
  /** Signs in to the team of a connector. */
  readonly switchTeam: (ref: ConnectorRef) => Promise<void>;
  readonly teamName: (ref: ConnectorRef) => string;
}

/** From a document that a person saves, or publishes by a command, to a visible end. */
export class Publishing {
  /** What the Publish command has published, until the editor saves it as well. */
  private readonly ready = new Map<string, PublishSuccess & { readonly text: string }>();

  constructor(private readonly parts: PublishingParts) {}

  /** For the editor's own save. Throws, in words for the person, why the document is not published. */
  async save(ref: ConnectorRef, uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const text = typedText(uri, decode(bytes));
    const ready = this.ready.get(connectorKey(ref));
    this.ready.delete(connectorKey(ref));
    if (ready && isSameVersion(ready.text, text)) {
      ready.adopt(bytes);
      return;
    }
    ready?.rebase();
    const end = await this.run({ ref, uri, text });
    if (end.kind === "notPublished") {
      throw vscode.FileSystemError.Unavailable(end.message);
    }
    end.adopt(bytes);
    this.forgetClosed(ref);
  }

  /**
   * Publishes a document first and has the editor save it then: so that the editor adds no message of
   * its own where it is not published.
   */
  async publish(
    ref: ConnectorRef,
    document: vscode.TextDocument,
    agreed?: BaseVersion,
  ): Promise<void> {
    const text = document.getText();
    const end = await this.run({ ref, uri: document.uri, text, ...(agreed && { agreed }) });
    if (end.kind === "notPublished") {
      return;
    }
    const key = connectorKey(ref);
    this.ready.set(key, { ...end, text });
    // Whoever typed on meanwhile is asked about that when they save it, as where it cannot be saved now.
    if (!document.isClosed && document.getText() === text) {
      await Promise.resolve(document.save()).catch(() => false);
    }
    if (this.ready.delete(key)) {
      if (document.isDirty) {
        end.rebase();
      } else {
        end.adopt(new TextEncoder().encode(text));
        if (document.getText() !== text) {
          this.parts.configurations.forceReload(ref); // the edit was given up meanwhile
        }
      }
    }
    this.forgetClosed(ref);
  }

  /** Has the editor save a document that says what the service has: without a request and without a word. */
  async saveStored(
    ref: ConnectorRef,
    document: vscode.TextDocument,
    stored: StoredConnector,
  ): Promise<void> {
    const { configurations } = this.parts;
    this.ready.set(connectorKey(ref), {
      kind: "done",
      text: document.getText(),
      adopt: (bytes) => configurations.put(ref, stored, bytes),
      rebase: () => configurations.rebase(ref, stored),
    });
    await Promise.resolve(document.save()).catch(() => false);
    this.ready.delete(connectorKey(ref));
  }

  /** The answer may come after the tab was closed: then there is nothing to show it in. */
  private forgetClosed(ref: ConnectorRef): void {
    if (!openDocument(ref)) {
      this.parts.configurations.documentClosed(ref);
    }
  }

  private async run(attempt: PublishAttempt): Promise<PublishOutcome> {
    const { configurations, states } = this.parts;
    const { ref, uri, text } = attempt;
    const problem = findTextProblem(text);
    if (problem) {
      return notPublished(await this.parts.messages.invalid(uri, problem));
    }
    const blocked = await this.blocked(attempt);
    if (blocked !== undefined) {
      return notPublished(blocked);
    }
    const other = otherEdit(ref, uri, text);
    if (other) {
      return notPublished(this.parts.messages.editedTwice(this.nameOf(ref), uri, other));
    }
    const base = configurations.base(ref);
    const published = configurations.loaded(ref);
    const conflict = states.conflict(ref);
    if (!conflict && isBaseVersion(text, base)) {
      vscode.window.setStatusBarMessage(l10n.t("No changes to publish."), 5000);
      return {
        kind: "done",
        adopt: (bytes) =>
          published &&
          configurations.put(
            ref,
            { connector: published.connector, name: undefined, text: published.published },
            bytes,
          ),
        rebase: () => undefined,
      };
    }
    if (attempt.agreed) {
      return this.send(attempt, attempt.agreed);
    }
    if (conflict) {
      return this.decide(attempt);
    }
    if (states.get(ref)?.kind === "changedElsewhere" && (await this.isOvertaken(ref, base))) {
      return this.decide(attempt); // whether to publish is the next question at most
    }
    return (await this.parts.confirm.ask(ref, uri, this.nameOf(ref), base, text))
      ? this.send(attempt, base)
      : notPublished(l10n.t("Your changes aren't published yet."));
  }

  /** Reads what is known to have been changed elsewhere; whether it is a conflict, which is taken note of. */
  private async isOvertaken(ref: ConnectorRef, base: BaseVersion | undefined): Promise<boolean> {
    const theirs = await this.parts.configurations.read(ref).catch(() => undefined);
    if (!theirs || isBaseVersion(theirs.text, base)) {
      return false; // publishing finds out
    }
    this.parts.states.set(ref, await this.parts.conflicts.conflict(ref, theirs));
    return true;
  }

  /** Says why it can't be published by whoever is signed in, before anything is asked. */
  private async blocked({ ref, uri, text }: PublishAttempt): Promise<string | undefined> {
    const { messages, switchTeam, teamName } = this.parts;
    const access = await this.parts.accessTo(ref);
    const document = { ref, uri, text, name: this.nameOf(ref), tryAgain: () => this.again(ref) };
    if (access.kind === "writable") {
      return undefined;
    }
    if (access.problem === "signedOut") {
      return messages.refused(document, new SignedOutError());
    }
    if (access.problem === "otherService") {
      return messages.otherService(document);
    }
    return access.problem === "otherTeam"
      ? messages.otherTeam(document, teamName(ref), async () => {
          await switchTeam(ref);
          await this.again(ref);
        })
      : undefined; // whether the key may write, is the service's to say
  }

  private async send(
    attempt: PublishAttempt,
    base: BaseVersion | undefined,
  ): Promise<PublishOutcome> {
    const { ref, text } = attempt;
    const title = l10n.t("Publishing {0}", this.nameOf(ref));
    const publication = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      () => this.parts.publisher.publish(ref, { configuration: { text, base } }),
    );
    return this.conclude(attempt, publication);
  }

  private async conclude(
    attempt: PublishAttempt,
    publication: Publication,
  ): Promise<PublishOutcome> {
    const { configurations, conflicts, messages, states } = this.parts;
    const { ref, uri, text } = attempt;
    const document = { ref, uri, text, name: this.nameOf(ref), tryAgain: () => this.again(ref) };
    const isEdited = openDocument(ref)?.isDirty ?? false;
    if (!isEdited) {
      states.clearConflict(ref); // the tab was closed meanwhile: nobody is left to decide
    }
    switch (publication.kind) {
      case "published":
      case "unchanged": {
        const { stored } = publication;
        states.clearConflict(ref);
        messages.done(document, publication);
        return {
          kind: "done",
          adopt: (bytes) => configurations.put(ref, stored, bytes),
          rebase: () => configurations.rebase(ref, stored),
        };
      }
      case "conflict": {
        const { theirs, wasSent } = publication;
        const found = await conflicts.conflict(ref, theirs, wasSent);
        if (!isEdited) {
          await conflicts.keep(ref, text);
          return notPublished(messages.overtaken(document, found.by));
        }
        states.set(ref, found);
        return this.decide(attempt);
      }
      case "refused":
        return notPublished(messages.refused(document, publication.error));
      case "unknown":
        return notPublished(messages.unknown(document, publication));
    }
  }

  /** Has the person decide a conflict, and goes on where that means to publish. */
  private async decide(attempt: PublishAttempt): Promise<PublishOutcome> {
    const { ref, uri, text } = attempt;
    const conflict = this.parts.states.conflict(ref);
    const publish = (...of: [ConnectorRef, vscode.TextDocument]) => this.publish(...of);
    const saveStored: DocumentConflictParts["saveStored"] = (...of) => this.saveStored(...of);
    const parts = { ...this.parts, publish, saveStored };
    const edit = documentConflictSide(parts, ref, uri, text);
    if (conflict && (await this.parts.conflicts.ask(edit, conflict)) === "publish") {
      return this.send(attempt, { text: conflict.theirs.text });
    }
    return notPublished(
      l10n.t("Your changes weren't published because another version was published first."),
    );
  }

  private async again(ref: ConnectorRef): Promise<void> {
    const document = openDocument(ref);
    if (document) {
      await this.publish(ref, document);
    }
  }

  private nameOf(ref: ConnectorRef): string {
    const name = this.parts.configurations.loaded(ref)?.connector.name;
    return plainText(name ?? ref.identifier, 80);
  }
}
