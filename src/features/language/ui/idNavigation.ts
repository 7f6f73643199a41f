import * as vscode from "vscode";
import { oncePerVersion } from "../../../platform/ui/oncePerVersion";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { collectIds } from "../collectIds";
import type { IdOccurrence } from "../idIndex";

/** The IDs in a document, read once for each version of its text. */
export const idsIn = oncePerVersion((document) => collectIds(document.getText()));

/**
 * *Go to Definition*, *Find All References* and highlights for the IDs of report types, fields, user inputs, secrets
 * and signers, and for the documented placeholders.
 */
export class IdNavigation
  implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.DocumentHighlightProvider
{
  provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.DefinitionLink[] {
    const ids = idsIn(document);
    return ids.at(document.offsetAt(position)).flatMap((one) =>
      ids.definitionsOf(one).map(({ place }) => ({
        originSelectionRange: rangeOf(document, one.place),
        targetUri: document.uri,
        targetRange: rangeOf(document, place),
      })),
    );
  }

  provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): vscode.Location[] {
    return placesAt(document, position)
      .filter(({ role }) => includeDeclaration || role === "reference")
      .map(({ place }) => new vscode.Location(document.uri, rangeOf(document, place)));
  }

  /** @returns undefined where there is no ID: the editor then highlights the same words */
  provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.DocumentHighlight[] | undefined {
    const highlights = placesAt(document, position).map(({ role, place }) => {
      const { Write, Read } = vscode.DocumentHighlightKind;
      return new vscode.DocumentHighlight(
        rangeOf(document, place),
        role === "definition" ? Write : Read,
      );
    });
    return highlights.length > 0 ? highlights : undefined;
  }
}

function placesAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): readonly IdOccurrence[] {
  const ids = idsIn(document);
  const found = ids.at(document.offsetAt(position)).flatMap((one) => ids.placesOf(one));
  return [...new Map(found.map((one) => [one.place.offset, one])).values()];
}
