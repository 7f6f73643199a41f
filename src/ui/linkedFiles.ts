import * as vscode from "vscode";
import { linksFile, readLink, writeLink, type Link } from "../core/links";
import type { ConfigurationRef } from "../core/configurationPath";
import { versionId } from "../platform/json/tokens";
import { withoutSchema } from "../core/schemaMember";
import { connectorFileEnding } from "../manifest";

/** Files with configurations in the person's folders, and which connectors they belong to. */
export class LinkedFiles {
  async link(file: vscode.Uri): Promise<Link | undefined> {
    return readLink(await readText(linksOf(file)), nameOf(file));
  }

  /** Which connector a document's file belongs to, as far as that can be read. */
  async connectorOf(file: vscode.Uri): Promise<ConfigurationRef | undefined> {
    const isOne = file.path.endsWith(connectorFileEnding);
    return isOne ? (await this.link(file).catch(() => undefined))?.ref : undefined;
  }

  async setLink(file: vscode.Uri, link: Link): Promise<void> {
    const links = linksOf(file);
    await writeText(links, writeLink(await readText(links), nameOf(file), link));
  }

  /** For a file that was made into a connector; one that belongs to another stays with it. */
  async linkIfNone(file: vscode.Uri, ref: ConfigurationRef, published: string): Promise<void> {
    if (!(await this.link(file))) {
      await this.setLink(file, { ref, version: versionId(published), schemaAdded: false });
    }
  }

  /** What is in a file, without what was added for the file only. Throws what the reading threw. */
  async textToPublish(file: vscode.Uri): Promise<string> {
    const text = decode(await vscode.workspace.fs.readFile(file));
    return (await this.link(file))?.schemaAdded ? withoutSchema(text) : text;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** What is published is what is on the disk: an edit is saved first. */
export async function saved(file: vscode.Uri): Promise<boolean> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return open?.isDirty ? open.save() : true;
}

export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  return (await exists(uri)) ? decode(await vscode.workspace.fs.readFile(uri)) : undefined;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

function linksOf(file: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(file, "..", linksFile);
}

function nameOf(file: vscode.Uri): string {
  return file.path.split("/").at(-1) ?? "";
}
