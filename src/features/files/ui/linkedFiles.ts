import * as vscode from "vscode";
import type { Link } from "../fileLinks";
import { linksFile } from "../linksFile";
import type { LinkStore, LinkedPlace, LinksDisk } from "../linkStore";
import { isJson } from "../../../platform/json/parsedValue";
import { UncertainLinks } from "../uncertainLinks";
import { Emitter } from "../../../platform/event";
import { lazy } from "../../../platform/lazy";
import type { Storage } from "../../../platform/storage/accountStorage";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { versionId } from "../../../platform/json/tokens";
import { withoutSchema } from "../../schema/schemaProperty";
import { connectorFileEnding } from "../../../manifest";
import { pathOf, readText, saveEdits, writeText } from "../../../platform/ui/workspaceFiles";
import { orIfMissing } from "../../../platform/ui/globalFileStorage";

/** Files with configurations in the person's folders, and which connectors they belong to. */
export class LinkedFiles {
  private readonly links: () => Promise<LinkStore>;
  private readonly uncertain: UncertainLinks;
  private readonly changed = new Emitter<void>();
  /** Files may be linked to other connectors now. */
  readonly onDidChange = this.changed.event;

  /** @param storage the window's, for what can't be written */
  constructor(storage: Pick<Storage, "get" | "update">) {
    this.links = lazy(async () => new (await import("../linkStore")).LinkStore(disk, storage));
    this.uncertain = new UncertainLinks(storage);
  }

  /** Throws `LinksError` where the links file can't be read. */
  async link(file: vscode.Uri): Promise<Link | undefined> {
    return (await this.links()).get(placeOf(file));
  }

  /** Which connector a document's file belongs to, as far as that can be read. */
  async connectorOf(file: vscode.Uri): Promise<ConnectorRef | undefined> {
    const isOne = file.path.endsWith(connectorFileEnding);
    return isOne ? (await this.link(file).catch(() => undefined))?.ref : undefined;
  }

  /** Throws `LinksError` or `LinksWriteError`; the link is remembered in this workspace anyway. */
  async setLink(file: vscode.Uri, link: Link): Promise<void> {
    this.confirmLink(file);
    await this.change((links) => links.set(placeOf(file), link));
  }

  /** For a file that was made into a connector; one that belongs to another stays with it. Throws as `setLink`. */
  async linkIfNone(file: vscode.Uri, ref: ConnectorRef, published: string): Promise<void> {
    const link = { ref, version: versionId(published), schemaAdded: false };
    this.confirmLink(file);
    await this.change((links) => links.setIfNone(placeOf(file), link));
  }

  /** Whether the link of a file may be that of another one, which had its name before. */
  isUncertain(file: vscode.Uri): boolean {
    return this.uncertain.has(file.toString());
  }

  /** The file that is there now is the one that is linked. */
  confirmLink(file: vscode.Uri): void {
    this.uncertain.confirm(file.toString(), Date.now());
  }

  /** Follows a file to its new name or folder. Throws `LinksError` or `LinksWriteError`. */
  async moved(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    if (this.isUncertain(from)) {
      this.uncertain.removed(to.toString(), undefined);
    } else {
      this.confirmLink(to);
    }
    await this.change((links) => links.move(placeOf(from), placeOf(to)));
  }

  /** A links file was changed by something else, e.g. by Git. */
  changedOutside(): void {
    this.changed.fire();
  }

  /** A file was removed: one that has its name later may be another. */
  async removed(file: vscode.Uri): Promise<void> {
    if (await this.link(file)) {
      const now = await orIfMissing(vscode.workspace.fs.stat(file), undefined);
      this.uncertain.removed(file.toString(), now?.ctime);
    }
  }

  /**
   * A file was created. If it has the text that its link began from, e.g. after a change of Git's branch, it is the
   * linked file.
   */
  async appeared(file: vscode.Uri): Promise<void> {
    if (this.isUncertain(file)) {
      const link = await this.link(file);
      const text = await this.textOf(file, link);
      if (link && isJson(text) && versionId(text) === link.version) {
        this.confirmLink(file);
      }
    }
  }

  /**
   * What is in a file, without what was added for the file only. What is published is what is on the disk:
   * an edit is saved first. Throws why that can't be done.
   */
  async textToPublish(file: vscode.Uri): Promise<string> {
    await saveEdits(file);
    return this.shownText(file);
  }

  /** What the editor shows of a file, without what was added for the file only. Throws why it can't be read. */
  async shownText(file: vscode.Uri): Promise<string> {
    return this.textOf(file, await this.link(file));
  }

  /** What can't be written is remembered: the link is another one all the same. */
  private async change(edit: (links: LinkStore) => Promise<void>): Promise<void> {
    try {
      await edit(await this.links());
    } finally {
      this.changed.fire();
    }
  }

  private async textOf(file: vscode.Uri, link: Link | undefined): Promise<string> {
    const text = await readText(file);
    return link?.schemaAdded ? withoutSchema(text) : text;
  }
}

const disk: LinksDisk = {
  read: (links) => orIfMissing(readText(vscode.Uri.parse(links, true), true), undefined),
  write: (links, text) => writeText(vscode.Uri.parse(links, true), text),
  exists: async ({ links, name }) => {
    const file = vscode.Uri.joinPath(vscode.Uri.parse(links, true), "..", name);
    try {
      return (await orIfMissing(vscode.workspace.fs.stat(file), undefined)) !== undefined;
    } catch {
      return true; // nothing is known of it
    }
  },
  path: (links) => pathOf(vscode.Uri.parse(links, true)),
};

function placeOf(file: vscode.Uri): LinkedPlace {
  return {
    links: vscode.Uri.joinPath(file, "..", linksFile).toString(),
    name: file.path.split("/").at(-1) ?? "",
  };
}
