import * as l10n from "@vscode/l10n";
import { FileError } from "../../platform/words/fileError";
import { findTextProblem } from "../configurations/textProblem";
import { plainText } from "../../platform/words/plainText";
import { linksFile } from "./linksFile";
import { repeatedKeys } from "../../platform/json/repeatedKeys";

/** The links file is not what it should be, e.g. in the middle of a Git merge: it is left as it is. */
export class LinksError extends FileError {
  override readonly name = "LinksError";

  /**
   * @param why sentences for the person: what is wrong with it, and what to do
   * @param uri of the links file, where it is known
   * @param path as the workspace names it
   */
  constructor(
    readonly why: string,
    uri?: string,
    path = linksFile,
  ) {
    super(
      l10n.t("Can't read {0}, which links files to connectors. {1}", plainText(path, 200), why),
      uri,
    );
  }
}

/** The links file is as it was, for it couldn't be written, e.g. because it is read-only. */
export class LinksWriteError extends Error {
  override readonly name = "LinksWriteError";

  /**
   * @param path of the links file, as the workspace names it
   * @param reason why, as the file system says it
   */
  constructor(path: string, reason: string) {
    super(l10n.t("Couldn't write {0}. {1}", plainText(path, 200), plainText(reason, 300)));
  }
}

/**
 * Why a text isn't a links file, and what to do; undefined when it is one.
 * @param json without a byte order mark
 */
export function linksProblem(json: string): string | undefined {
  if (!json.trim()) {
    return `${l10n.t("The file is empty.")} ${wayOut()}`;
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return /^(<{7}|={7}|>{7}|\|{7})/m.test(json)
      ? l10n.t("The file has Git conflict markers. Resolve the conflict, save the file, and retry.")
      : `${syntaxProblem(json)} ${wayOut()}`;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return `${l10n.t("The file isn't a JSON object.")} ${wayOut()}`;
  }
  const [repeated] = repeatedKeys(json, value);
  if (repeated) {
    const problem = l10n.t('The file contains "{0}" twice.', plainText(repeated.key, 100));
    return `${problem} ${l10n.t("Remove one of them, save the file, and retry.")}`;
  }
  return undefined;
}

function syntaxProblem(json: string): string {
  const lines = json.slice(0, findTextProblem(json)?.offset ?? 0).split("\n");
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return l10n.t("The file isn't valid JSON (line {0}, column {1}).", lines.length, column);
}

/** What is wrong with the entry of a file, and what to do. @param part its member that is wrong */
export function wrongEntry(fileName: string, part: PropertyKey | undefined): string {
  const name = plainText(fileName, 100);
  const problem =
    part === undefined
      ? l10n.t('The entry "{0}" isn\'t a link to a connector.', name)
      : l10n.t('In the entry "{0}", "{1}" is missing or invalid.', name, String(part));
  return `${problem} ${l10n.t("Correct or remove the entry, save the file, and retry.")}`;
}

function wayOut(): string {
  return l10n.t("Correct the file or restore an earlier version, and retry.");
}
