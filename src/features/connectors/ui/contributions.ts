import type * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { Emitter, type Event } from "../../../platform/event";
import type { Connector } from "../connectorsApi";
import type { SourceFile } from "../createSteps";

/** What a row of the tree says of a connector beside its name. */
export interface ConnectorStatus {
  /** ID of a product icon. */
  readonly icon: string;
  /** ID of a theme color. */
  readonly color?: string;
  readonly text: string;
}

/** A feature that knows how it stands with a connector's configuration. */
export interface StatusSource {
  readonly onDidChange: Event<unknown>;
  readonly statusOf: (ref: ConnectorRef) => ConnectorStatus | undefined;
  /** Whether an editor holds changes that are not published. */
  readonly isEdited: (ref: ConnectorRef) => boolean;
}

/** A row below a connector, of the feature that made it. */
export interface SectionNode {
  readonly section: TreeSection;
  readonly ref: ConnectorRef;
  readonly connector: Connector;
}

/** Whether a command is called on a row below a connector. */
export function isSectionNode(given: unknown): given is SectionNode {
  return typeof given === "object" && given !== null && "section" in given;
}

/** A feature that puts rows below each connector of the tree. */
export interface SectionSource {
  readonly onDidChange: Event<unknown>;
  /** Gives the row right below a connector. Throws `LoadError`. */
  readonly root: (ref: ConnectorRef, connector: Connector) => Promise<SectionNode>;
}

/** What a feature's rows below a connector are. */
export interface TreeSection {
  readonly childrenOf: (node: SectionNode) => Promise<readonly SectionNode[]>;
  /** The row above; undefined for a root. */
  readonly parentOf: (node: SectionNode) => SectionNode | undefined;
  readonly itemOf: (node: SectionNode) => vscode.TreeItem;
  /** The command that the Delete key runs on a row; undefined where the row can't be deleted. */
  readonly deleteCommandOf: (node: SectionNode) => string | undefined;
}

/** A feature that has files with configurations. */
export interface FileSource {
  /** Those in the folders that are open. */
  readonly list: () => Promise<readonly SourceFile[]>;
  /** Has the person choose any; undefined when they cancel. */
  readonly choose: () => Promise<string | undefined>;
  /** The configuration to publish. Throws, in words for the person, why the file has none. */
  readonly read: (uri: string) => Promise<string>;
  /** What the editor shows of a file, without what was added for the file only. Throws why it can't be read. */
  readonly shown: (uri: string) => Promise<string>;
  /**
   * A connector was made from the file.
   * @param what the configuration that was published, and a sentence without its full stop that says so
   */
  readonly created: (
    uri: string,
    ref: ConnectorRef,
    what: { readonly published: string; readonly done: string },
  ) => Promise<void>;
}

type TextCheck = (text: string) => Promise<readonly string[]>;

/** What other features know of connectors and add to them, so that nothing here has to know those features. */
export class ConnectorContributions {
  private readonly changed = new Emitter<void>();
  /** What the rows of the tree say or hold may be another now. */
  readonly onDidChange = this.changed.event;
  readonly sections: SectionSource[] = [];
  readonly statuses: StatusSource[] = [];
  private readonly resolvers: ((
    uri: vscode.Uri,
  ) => Promise<ConnectorRef | undefined> | ConnectorRef | undefined)[] = [];
  private readonly ownersChanged = new Emitter<void>();
  /** Documents may belong to other connectors now. */
  readonly onDidChangeOwners = this.ownersChanged.event;
  private readonly textChecks: TextCheck[] = [];
  /** Undefined where no feature has files. */
  files: FileSource | undefined;

  /** Adds rows below each connector of the tree. */
  addSection(section: SectionSource): void {
    this.sections.push(section);
    section.onDidChange(() => this.changed.fire());
  }

  /** Adds icon, color and text to the rows of connectors. */
  addStatus(source: StatusSource): void {
    this.statuses.push(source);
    source.onDidChange(() => this.changed.fire());
  }

  /**
   * Adds a way to find the connector of a document.
   * @param resolve gives the connector, where the feature knows it
   * @param onDidChange what it tells may be another now; of what never changes there is none
   */
  addResolver(
    resolve: (uri: vscode.Uri) => Promise<ConnectorRef | undefined> | ConnectorRef | undefined,
    onDidChange?: Event<unknown>,
  ): void {
    this.resolvers.push(resolve);
    onDidChange?.(() => this.ownersChanged.fire());
  }

  /**
   * Adds a check that publishing asks about.
   * @param check gives the errors in a configuration, worded for the person
   */
  addTextCheck(check: TextCheck): void {
    this.textChecks.push(check);
  }

  /** Which connector a document belongs to. */
  async connectorOf(uri: vscode.Uri): Promise<ConnectorRef | undefined> {
    for (const resolve of this.resolvers) {
      const ref = await resolve(uri);
      if (ref) {
        return ref;
      }
    }
    return undefined;
  }

  /** What the first feature that knows something says of a connector; undefined where none does. */
  statusOf(ref: ConnectorRef): ConnectorStatus | undefined {
    return this.statuses.flatMap((source) => source.statusOf(ref) ?? [])[0];
  }

  /** Whether an editor holds unpublished changes of a connector. */
  isEdited(ref: ConnectorRef): boolean {
    return this.statuses.some((source) => source.isEdited(ref));
  }

  /** The errors in a configuration, worded for the person. */
  async errorsIn(text: string): Promise<readonly string[]> {
    return (await Promise.all(this.textChecks.map((check) => check(text)))).flat();
  }
}
