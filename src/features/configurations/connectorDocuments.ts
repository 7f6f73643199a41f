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
 * Knows documents in which nothing was typed. One that was restored with an edit counts as clean until the editor
 * tells, and says something else than what was loaded. So does one whose editor has not yet taken what was published
 * just now; but that one has said before what was loaded then.
 */
export class UneditedDocuments<T extends object> {
  private readonly seen = new WeakSet<T>();

  /**
   * Whether nothing was typed in a document.
   * @param document one that counts as clean
   * @param isLoaded whether it has the text that was loaded last
   */
  has(document: T, isLoaded: boolean): boolean {
    if (isLoaded) {
      this.seen.add(document);
    }
    return this.seen.has(document);
  }
}

/**
 * Tells which of the documents of one connector to go on with, and whose tabs that one can take over: all
 * others in which nothing was typed.
 * @param isUnedited whether nothing was typed in a document that counts as clean
 */
export function joinDocuments<T extends ConnectorDocument>(
  documents: readonly T[],
  isUnedited: (document: T) => boolean,
): { readonly main: T | undefined; readonly redundant: readonly T[] } {
  const edited = documents.filter((one) => one.isDirty || !isUnedited(one));
  const main = mainDocument(edited) ?? mainDocument(documents);
  return { main, redundant: documents.filter((one) => one !== main && !edited.includes(one)) };
}
