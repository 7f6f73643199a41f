import * as vscode from "vscode";
import { locate } from "../../../platform/json/places";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { plainText } from "../../../platform/words/plainText";
import { fieldId, fieldPath, reportTypesIn } from "../../checks/rules/reportTypes";

/** Report types and their fields in the outline. */
export class ReportTypeSymbols implements vscode.DocumentSymbolProvider {
  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const text = document.getText();
    const types = reportTypesIn(text);
    const ranges = locate(
      text,
      types.flatMap((type) => [
        type.path,
        ...type.fields.map((_, index) => fieldPath(type, index)),
      ]),
    ).map((located) => rangeOf(document, located?.value ?? { offset: 0, length: 0 }));
    const next = ranges.values();
    const symbol = (name: string, detail: string, kind: vscode.SymbolKind) => {
      const range = next.next().value ?? new vscode.Range(0, 0, 0, 0);
      return new vscode.DocumentSymbol(plainText(name, 200) || "–", detail, kind, range, range);
    };
    return types.map(({ id, value, fields }) => {
      const parent = symbol(id ?? "", labelOf(value, "title"), vscode.SymbolKind.Class);
      parent.children = fields.map((field) =>
        symbol(fieldId(field) ?? "", labelOf(field, "label"), vscode.SymbolKind.Field),
      );
      return parent;
    });
  }
}

function labelOf(value: unknown, key: string): string {
  return plainText(String(Object(value)[key] ?? ""), 200);
}
