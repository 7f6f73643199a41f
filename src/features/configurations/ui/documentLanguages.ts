import * as vscode from "vscode";
import {
  configurationLanguage,
  configurationScheme,
  mergeScheme,
  versionScheme,
} from "../../../manifest";

/** The schemes whose documents are configurations. */
const schemes = [configurationScheme, mergeScheme, versionScheme];

/** What the editor takes a configuration for by its name, by itself or because of `files.associations`. */
const jsonLanguages = /^json/;

/**
 * Gives configurations their language, whatever the editor takes them for: among other things, auto-save is off
 * for it. A pattern in package.json would claim files of every scheme with such a path.
 */
export function setDocumentLanguages(): vscode.Disposable {
  /** URIs of documents that have had it. Who then chooses a language that is not JSON gets that. */
  const known = new Set<string>();
  const update = (document: vscode.TextDocument) => {
    const { uri, languageId } = document;
    const isFirst = !known.has(uri.toString());
    if (!schemes.includes(uri.scheme) || (!isFirst && !jsonLanguages.test(languageId))) {
      return;
    }
    known.add(uri.toString());
    if (languageId !== configurationLanguage) {
      // A document that is closed meanwhile needs none.
      void vscode.languages
        .setTextDocumentLanguage(document, configurationLanguage)
        .then(undefined, () => undefined);
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
