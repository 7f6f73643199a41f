import * as vscode from "vscode";
import type { ListState } from "../../features/connectors/listState";
import { isFiltered, type LogState } from "../../features/logs/logState";
import type { SessionState } from "../../features/account/session";
import { contextKeys } from "../../manifest";

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

/** @param uris of the configurations that somebody else published as well */
export function setConflictContext(uris: readonly string[]): void {
  set(contextKeys.conflicts, uris);
}

export function setMayWriteContext(mayWrite: boolean): void {
  set(contextKeys.mayWrite, mayWrite);
}

export function setLogContext(state: LogState, isFollowed: boolean): void {
  set(contextKeys.logsShown, state.connector !== undefined);
  set(contextKeys.logsErrorsOnly, state.filter.errorsOnly);
  set(contextKeys.logsFiltered, isFiltered(state));
  set(contextKeys.logsFollowed, isFollowed);
}

function set(key: string, value: unknown): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
