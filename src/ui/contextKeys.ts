import * as vscode from "vscode";
import type { ListState } from "../core/connectorStore";
import type { SessionState } from "../core/session";
import { contextKeys } from "../manifest";

/** For the welcome texts and menus. Until the first call no key is set, and none of the texts shows. */
export function setSessionContext(state: SessionState): void {
  const session =
    state.kind === "signedOut" && state.reason !== "noKey" ? state.reason : state.kind;
  set(contextKeys.session, session);
  set(contextKeys.hasKey, state.kind === "signedIn" || state.kind === "noTeam");
}

/** “Empty” only when the server said so: a list that is not known yet is neither empty nor full. */
export function setListContext({ connectors, isRemembered, problem }: ListState): void {
  const isKnown = !isRemembered && problem === undefined;
  const empty = isKnown ? "empty" : "unknown";
  set(contextKeys.list, connectors.length > 0 ? "some" : empty);
}

function set(key: string, value: unknown): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
