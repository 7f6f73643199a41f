import * as vscode from "vscode";
import type { ConfigurationRef } from "../core/configurationPath";
import { type Link } from "../core/links";
import { LinkStore, type LinkedPlace, type LinksDisk } from "../core/linkStore";
import type { Storage } from "../core/memory";
import { formatConfiguration } from "../platform/json/format";
import { linksFile } from "../core/linksErrors";
import { versionId } from "../platform/json/tokens";
import type { Stored } from "../core/publication";
import { withoutSchema, withSchema } from "../core/schemaMember";
import { connectorFileEnding } from "../manifest";
import { pathOf, readText, writeText } from "./fileText";
import { orIfMissing } from "./globalShelf";

/** Files with configurations in the person's folders, and which connectors they belong to. */
export class LinkedFiles {
  private readonly links: LinkStore;

  /** @param storage the window's, for what can't be written */
  constructor(storage: Pick<Storage, "get" | "update">) {
    this.links = new LinkStore(disk, storage);
  }

  /** Throws `LinksError` where the links file can't be read. */
  link(file: vscode.Uri): Promise<Link | undefined> {
    return this.links.get(placeOf(file));
  }

  /** Which connector a document's file belongs to, as far as that can be read. */
  async connectorOf(file: vscode.Uri): Promise<ConfigurationRef | undefined> {
    const isOne = file.path.endsWith(connectorFileEnding);
    return isOne ? (await this.link(file).catch(() => undefined))?.ref : undefined;
  }

  /** Throws `LinksError` or `LinksWriteError`; the link is remembered in this workspace all the same. */
  setLink(file: vscode.Uri, link: Link): Promise<void> {
    return this.links.set(placeOf(file), link);
  }

  /** For a file that was made into a connector; one that belongs to another stays with it. Throws as `setLink`. */
  linkIfNone(file: vscode.Uri, ref: ConfigurationRef, published: string): Promise<void> {
    const link = { ref, version: versionId(published), schemaAdded: false };
    return this.links.setIfNone(placeOf(file), link);
  }

  /** What is in a file, without what was added for the file only. Throws why that can't be read. */
  async textToPublish(file: vscode.Uri): Promise<string> {
    const text = await readText(file);
    return (await this.link(file))?.schemaAdded ? withoutSchema(text) : text;
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

/** What is published, in the form that the file has. */
export function fileText({ schemaAdded }: Link, { text }: Stored): string {
  const laidOut = new TextDecoder().decode(formatConfiguration(text));
  return schemaAdded ? withSchema(laidOut).text : laidOut;
}

/** What is published is what is on the disk: an edit is saved first. */
export async function saved(file: vscode.Uri): Promise<boolean> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return open?.isDirty ? open.save() : true;
}

function placeOf(file: vscode.Uri): LinkedPlace {
  return {
    links: vscode.Uri.joinPath(file, "..", linksFile).toString(),
    name: file.path.split("/").at(-1) ?? "",
  };
}
