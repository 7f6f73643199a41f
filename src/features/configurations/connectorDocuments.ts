import type { ConnectorRef } from "../../platform/connectorRef";

/** What the editor does with the documents of a connector, whatever their names. */
export interface EditorDocuments {
  /** Whether a tab shows one or one holds an edit; the editor may hold a document for longer than that. */
  readonly isOpen: (ref: ConnectorRef) => boolean;
  /** Whether one holds an edit that is not published. */
  readonly isDirty: (ref: ConnectorRef) => boolean;
}

/**
 * A document that the editor holds of a connector. A connector has more than one where its name changed,
 * which is in a document's URI: a tab that was restored, or reopened from the history, has the older one.
 */
export interface ConnectorDocument {
  /** Whether it holds an edit that is not published, as far as is known yet. */
  readonly isDirty: boolean;
  /** Whether a tab shows it. */
  readonly isShown: boolean;
}

/** Of the documents of one connector the one to work with: the edited one, else one that a tab shows. */
export function mainDocument<T extends ConnectorDocument>(documents: readonly T[]): T | undefined {
  return (
    documents.find(({ isDirty }) => isDirty) ??
    documents.find(({ isShown }) => isShown) ??
    documents[0]
  );
}

/**
 * Tells which of the documents of one connector to go on with, and whose tabs that one can take over: all
 * others in which nothing was typed.
 * @param isUnedited whether a document that counts as clean says what was loaded; a document that was
 * restored with an edit counts as clean until the editor tells
 */
export function joinDocuments<T extends ConnectorDocument>(
  documents: readonly T[],
  isUnedited: (document: T) => boolean,
): { readonly main: T | undefined; readonly redundant: readonly T[] } {
  const edited = documents.filter((one) => one.isDirty || !isUnedited(one));
  const main = mainDocument(edited) ?? mainDocument(documents);
  return { main, redundant: documents.filter((one) => one !== main && !edited.includes(one)) };
}
