import * as vscode from "vscode";
import { parseServerTime } from "../../../platform/http/serverTime";
import { isSameConnector, type ConnectorRef } from "../../../platform/connectorRef";
import type { Connector } from "../../connectors/connectorsApi";
import type { ConnectorStore, ListState } from "../../connectors/connectorStore";
import {
  type StoredConnector,
  isBaseVersion,
  type BaseVersion,
} from "../../connectors/storedConnector";
import type { Published } from "../../connectors/publisher";
import type { Configurations } from "../configurations";
import type { Author } from "../authors";
import type { PublishState, PublishStates } from "../publishStates";
import type { Versions } from "../versions";
import type { ConfigurationFileSystem } from "./configurationFileSystem";
import {
  configurationTab,
  editorDocuments,
  listOpenConfigurations,
  openDocument,
  openDocuments,
  connectorRefOf,
} from "./configurationDocuments";
import { asWritten } from "./documentText";
import type { ConfigurationFile } from "../configurationFile";

interface OpenParts {
  readonly configurations: Configurations;
  readonly states: PublishStates;
  readonly fileSystem: ConfigurationFileSystem;
  readonly store: ConnectorStore;
  readonly versions: Pick<Versions, "authorOf" | "lastAuthor" | "noteAuthor">;
  /** What is being edited here was changed elsewhere: news to the person. */
  readonly changedElsewhere: (ref: ConnectorRef, by: Author) => void;
}

/** How long the editor may take to tell that a document it has just opened holds an edit. Milliseconds. */
const restoreTime = 3000;

/** Keeps the configurations that are open in step with the service. */
export class ConfigurationSync {
  private listedAt: number | undefined;

  constructor(private readonly parts: OpenParts) {}

  /**
   * The service has this now: what is open may have to follow.
   * @param by whose change it is, where it came of something that the person has just done, and is no news
   */
  apply(ref: ConnectorRef, stored: StoredConnector, by?: Author): void {
    const { configurations, states, versions, fileSystem } = this.parts;
    const outcome = configurations.applyStored(ref, stored);
    if (by && outcome !== "same") {
      versions.noteAuthor(ref, stored.text, by);
    }
    if (outcome === "replaced") {
      fileSystem.changed(ref);
    } else if (outcome === "edited" && by && isQuiet(states.get(ref))) {
      states.set(ref, { kind: "changedElsewhere", by });
    } else if (outcome === "edited") {
      void this.tell(ref, versions.authorOf(ref, stored.text));
    }
  }

  /** Tells the person that an edit was overtaken, where that is not known yet. */
  private async tell(ref: ConnectorRef, author: Promise<Author>): Promise<void> {
    const { states, changedElsewhere } = this.parts;
    const by = await author;
    if (openDocument(ref)?.isDirty && isQuiet(states.get(ref))) {
      states.set(ref, { kind: "changedElsewhere", by });
      changedElsewhere(ref, by);
    }
  }

  /** A change that was no configuration: the document that is open shows what was read on the way. */
  published({ ref, change, publication }: Published): void {
    if (change.configuration) {
      return; // whoever published it has its document follow
    }
    if (publication.kind === "published" || publication.kind === "unchanged") {
      this.apply(ref, publication.stored);
    } else if (publication.kind === "conflict") {
      this.apply(ref, publication.theirs);
    }
  }

  /** The service may have written into a configuration. Where it cannot be read now, the next publish finds out. */
  async reload(ref: ConnectorRef): Promise<void> {
    const isOpen = openDocument(ref) !== undefined;
    const stored = isOpen && (await this.parts.configurations.readUnlessOvertaken(ref));
    if (stored) {
      this.apply(ref, stored, { kind: "unknown" });
    }
  }

  /**
   * After the connectors were listed: has the editor reload what is open and was published elsewhere
   * since, and marks what cannot be because it holds an edit.
   */
  listed(state: ListState): void {
    if (state.isRemembered || state.listedAt === this.listedAt) {
      return;
    }
    this.listedAt = state.listedAt;
    const { configurations, versions, store } = this.parts;
    for (const { ref } of listOpenConfigurations()) {
      const loaded = configurations.loaded(ref)?.connector;
      const listed = store.find(ref.identifier);
      if (loaded && listed && store.isCurrent(ref) && isNewer(listed, loaded)) {
        if (openDocument(ref)?.isDirty) {
          void this.tell(ref, versions.lastAuthor(ref, listed.updatedAt));
        } else {
          configurations.expire(ref);
          this.reloadShown(ref);
        }
      }
    }
  }

  /** Call it when a document's text changed, or when it became dirty or clean. */
  edited(document: vscode.TextDocument): void {
    const ref = connectorRefOf(document.uri);
    const base = ref && this.parts.configurations.edited(ref);
    if (base) {
      this.editEnded(ref, base);
    }
  }

  /** The editor may keep a document without a tab, and would show the same again. */
  tabsClosed(closed: readonly vscode.Tab[]): void {
    for (const tab of closed) {
      const ref = configurationTab(tab)?.ref;
      if (ref && !editorDocuments.isOpen(ref)) {
        this.parts.configurations.expire(ref);
      }
    }
  }

  /** Call it when a document was opened. One that the editor restores gets its edit a moment later. */
  opened({ uri }: vscode.TextDocument): void {
    const ref = connectorRefOf(uri);
    if (ref) {
      void vscode.extensions.getExtension(jsonFeatures)?.activate();
      setTimeout(() => this.parts.configurations.edited(ref), restoreTime);
    }
  }

  /** Call it when a document was closed. */
  closed({ uri }: vscode.TextDocument): void {
    const ref = connectorRefOf(uri);
    if (ref) {
      this.parts.fileSystem.closed(uri);
    }
    if (ref && !openDocument(ref)) {
      this.parts.configurations.documentClosed(ref);
    }
    if (ref && !openDocument(ref)?.isDirty) {
      this.parts.states.clearConflict(ref); // the edit that was in conflict is given up
    }
  }

  /**
   * An edit was published or given up. In its place the editor shows what was loaded since, and nobody has to
   * decide any more what is to become of it.
   * @param base what it began from
   */
  private editEnded(ref: ConnectorRef, base: BaseVersion): void {
    const { configurations, states } = this.parts;
    const kind = states.get(ref)?.kind;
    const isOvertaken = kind === "conflict" || kind === "changedElsewhere";
    const loaded = configurations.loaded(ref);
    if (loaded && isOvertaken && isBaseVersion(loaded.published, base)) {
      configurations.expire(ref);
    } else if (loaded && openDocuments(ref).some(({ document }) => !showsFile(document, loaded))) {
      configurations.forceReload(ref);
    }
    states.clearConflict(ref);
    this.reloadShown(ref);
  }

  /** Whether the documents can be written may be another now. */
  accessChanged(): void {
    listOpenConfigurations().forEach(({ ref }) => this.reloadShown(ref));
  }

  /** Has the editor look again at what somebody sees. What it merely keeps would cost a request for nobody. */
  private reloadShown(ref: ConnectorRef): void {
    if (editorDocuments.isOpen(ref)) {
      this.parts.fileSystem.changed(ref);
    }
  }

  /** Closes the tabs of a connector that was deleted. One with changes stays: they are nowhere else. */
  async closeTabs(deleted: ConnectorRef): Promise<void> {
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ isDirty, input }) => {
        const ref = input instanceof vscode.TabInputText ? connectorRefOf(input.uri) : undefined;
        return !isDirty && ref && isSameConnector(ref, deleted);
      });
    await vscode.window.tabGroups.close(tabs);
  }
}

/** Whether nothing is being decided or published. */
function isQuiet(state: PublishState | undefined): boolean {
  return state === undefined || state.kind === "published";
}

function showsFile(document: vscode.TextDocument, { bytes }: ConfigurationFile): boolean {
  return asWritten(document.getText()) === new TextDecoder().decode(bytes);
}

/** The editor starts its JSON support for documents of its own languages only; ours takes part in it. */
const jsonFeatures = "vscode.json-language-features";

function isNewer(listed: Connector, loaded: Connector): boolean {
  return (parseServerTime(listed.updatedAt) ?? 0) > (parseServerTime(loaded.updatedAt) ?? 0);
}
