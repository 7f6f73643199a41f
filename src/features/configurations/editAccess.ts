import type { ConnectorRef } from "../../platform/connectorRef";
import type { SessionState } from "../account/session";

/** Why a configuration can't be published now. */
export type AccessProblem =
  /** Nobody knows yet who is signed in. */
  | "loading"
  | "signedOut"
  /** It belongs to another team, or to another service, than the one that is signed in to. */
  | "otherTeam"
  | "otherService"
  /** The service has refused to let this key write. */
  | "noRight";

/** What a person can do with the document of a configuration. */
export type EditAccess =
  | { readonly kind: "writable" }
  /** It shows what is published, and can't be typed in. */
  | { readonly kind: "readOnly"; readonly problem: AccessProblem }
  /** It holds changes, which stay within reach and can be gone on with, but can't be published. */
  | { readonly kind: "unpublishable"; readonly problem: AccessProblem };

/**
 * What a person can do with the document of a configuration, and why not more.
 * @param mayWrite whether the key may write, as far as is known
 * @param isDirty whether a document of the configuration holds changes that aren't published
 */
export function editAccess(
  ref: ConnectorRef,
  state: SessionState,
  { mayWrite, isDirty }: { readonly mayWrite: boolean; readonly isDirty: boolean },
): EditAccess {
  const problem = problemOf(ref, state, mayWrite);
  return problem ? { kind: isDirty ? "unpublishable" : "readOnly", problem } : { kind: "writable" };
}

function problemOf(
  { origin, teamId }: ConnectorRef,
  state: SessionState,
  mayWrite: boolean,
): AccessProblem | undefined {
  switch (state.kind) {
    case "loading":
      return "loading";
    case "badSettings":
    case "signedOut":
    case "noTeam":
      return "signedOut";
    case "signedIn":
      if (state.origin !== origin) {
        return "otherService";
      }
      return state.teamId === teamId ? (mayWrite ? undefined : "noRight") : "otherTeam";
  }
}
