import * as vscode from "vscode";
import { isJson } from "../json/parsedValue";
import { type JsonPath, locate } from "../json/places";
import { rangeOf } from "./documentEdits";

/** What a lens stands above. */
export interface LensPlace {
  /** What the command gets after the document's URI. */
  readonly id: string;
  readonly path: JsonPath;
}

/**
 * Lenses above parts of a JSON document; none in a text that isn't JSON.
 * @param command gets the document's URI, and the ID of the place
 * @param placesIn finds the places in what the document says
 */
export function jsonLenses(
  document: vscode.TextDocument,
  command: Readonly<Pick<vscode.Command, "title" | "command">>,
  placesIn: (json: unknown) => readonly LensPlace[],
): vscode.CodeLens[] {
  const text = document.getText();
  if (!isJson(text)) {
    return [];
  }
  const places = placesIn(JSON.parse(text));
  const found = locate(
    text,
    places.map(({ path }) => path),
  );
  return places.flatMap(({ id }, index) => {
    const located = found[index];
    if (!located) {
      return [];
    }
    const { offset } = located.key ?? located.value;
    const range = rangeOf(document, { offset, length: 1 });
    return new vscode.CodeLens(range, { ...command, arguments: [document.uri, id] });
  });
}
