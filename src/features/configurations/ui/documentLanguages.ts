import * as vscode from "vscode";
import {
  configurationLanguage,
  configurationScheme,
  mergeScheme,
  versionScheme,
} from "../../../manifest";

/** The schemes whose documents are configurations. */
const schemes = [configurationScheme, mergeScheme, versionScheme];

/** What the pattern in package.json claims of other file systems: on a disk, `/2024/app/data (1).json`. */
const claimed = /^\/\d[^/]*\/[^/]+\/[^/]* \([^/]*\)\.json$/i;

/** What the editor takes a configuration for by its name, by itself or because of `files.associations`. */
const jsonLanguages = /^json/;

/**
 * Gives configurations their language, whatever the editor takes them for: among other things, auto-save is off
 * for it. The pattern in package.json does so from the beginning, which counts where an edit is restored: the editor
 * decides about auto-save once. But it knows no scheme, so that files of others are given back.
 */
export function setDocumentLanguages(): vscode.Disposable {
  /** URIs of documents that have had it. Who then chooses a language that is not JSON gets that. */
  const known = new Set<string>();
  const update = (document: vscode.TextDocument) => {
    const { uri, languageId } = document;
    const isFirst = !known.has(uri.toString());
    const isForeign = !schemes.includes(uri.scheme);
    if (isForeign && isFirst && languageId === configurationLanguage && claimed.test(uri.path)) {
      known.add(uri.toString());
      setLanguage(document, "json");
    }
    if (isForeign || (!isFirst && !jsonLanguages.test(languageId))) {
      return;
    }
    known.add(uri.toString());
    if (languageId !== configurationLanguage) {
      setLanguage(document, configurationLanguage);
    }
  };
  vscode.workspace.textDocuments.forEach(update);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
      // With another language a document is closed and opened, as far as the event tells.
      if (isClosed) {
        known.delete(uri.toString());
      }
    }),
  );
}

/** A document that is closed meanwhile needs none. */
function setLanguage(document: vscode.TextDocument, language: string): void {
  void vscode.languages
    .setTextDocumentLanguage(document, language)
    .then(undefined, () => undefined);
}
