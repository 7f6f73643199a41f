import * as vscode from "vscode";
import type { contextKeys } from "../../manifest";

type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

/** Sets a value that the `when` clauses of the manifest can use. */
export function setContext(key: ContextKey, value: unknown): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
