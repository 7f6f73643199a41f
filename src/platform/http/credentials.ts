import type { Recipient } from "../account";
import { SignedOutError, WrongAccountError } from "./errors";

/** Where a call goes and with which key. The key leaves this pair only as the header of that call. */
export interface Credentials {
  /** Origin and path of the service, without a slash at the end. */
  readonly href: string;
  /** The team that is signed in to; undefined where there is none, and for what is no team's. */
  readonly teamId: string | undefined;
  /** One that is bound to the origin of `href`; undefined where there is none. */
  readonly key: string | undefined;
  /** Set where calls are sent without a key. */
  readonly isPublic?: true;
}

/**
 * Throws `WrongAccountError` where the credentials are for another service or team than the call, and `SignedOutError`
 * where they lack a key. A call that is for no team goes with the key of any.
 */
export function requireAccount({ origin, teamId }: Recipient, credentials: Credentials): void {
  const current = { origin: new URL(credentials.href).origin, teamId: credentials.teamId };
  if (origin !== current.origin || (teamId !== undefined && teamId !== current.teamId)) {
    throw new WrongAccountError({ origin, teamId }, current);
  }
  if (credentials.key === undefined && !credentials.isPublic) {
    throw new SignedOutError();
  }
}
