import type { Recipient } from "../account";
import { type NetworkReason, mayHaveArrived } from "./networkReason";
import type { RetryAt } from "./retryAfter";

/** What the server said about a failure. Every text in it is untrusted. */
export interface FailureDetails {
  readonly status: number;
  /** `error.code`, e.g. `UNAUTHORIZED`. */
  readonly code?: string | undefined;
  readonly description?: string | undefined;
  readonly requestId?: string | undefined;
  /** When the server allows another try, if it said so. */
  readonly retryAt?: RetryAt | undefined;
  /** How the body was read: the documented envelope or another API form, a web page, nothing, or something else. */
  readonly form: "api" | "page" | "empty" | "other";
}

/** The server answered, and the answer was a failure. `message` is the server's own. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    message: string,
    readonly details: FailureDetails,
  ) {
    super(message);
  }
}

/** The server answered with a success whose body is not what the API documents. */
export class ContractError extends Error {
  override readonly name = "ContractError";

  constructor(
    message: string,
    readonly details: { readonly status: number; readonly requestId?: string | undefined },
    /** Whether a web page came in its place. */
    readonly isPage = false,
  ) {
    super(message);
  }
}

/** No answer arrived, or only a part of one. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";

  /** `message` may name hosts and codes, never the key. */
  constructor(
    message: string,
    readonly reason: NetworkReason,
  ) {
    super(message);
  }
}

/** The person cancelled. `sent` tells whether the request had left by then. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";

  constructor(readonly sent: boolean) {
    super("Cancelled");
  }
}

/** There is no usable key for the service that the settings name, so nothing was sent. */
export class SignedOutError extends Error {
  override readonly name = "SignedOutError";
}

/** The editor's store of secrets does not answer, so there is no knowing whether there is a key; nothing was sent. */
export class SecretStoreError extends Error {
  override readonly name = "SecretStoreError";

  constructor() {
    super("The secret storage does not answer");
  }
}

/** The settings name another service or team than the one that the call is for, so nothing was sent. */
export class WrongAccountError extends Error {
  override readonly name = "WrongAccountError";

  /**
   * @param wanted what the call is for
   * @param current what it would have gone to
   */
  constructor(
    readonly wanted: Recipient,
    readonly current: Recipient,
  ) {
    super("The request is for another account");
  }
}

/** A setting keeps the request from being sent. `message` says which and why. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** Whether more came than is read of any answer: it would come again. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof NetworkError && error.reason === "tooLarge";
}

/** Whether the service itself refused with one of these statuses: a gateway's 404 says nothing of a connector. */
export function isRefusal(error: unknown, ...statuses: readonly number[]): boolean {
  return (
    error instanceof ApiError &&
    error.details.form === "api" &&
    statuses.includes(error.details.status)
  );
}

/**
 * Whether a request that failed so may have been carried out anyway. An answer that never came,
 * broke off, or came from something in between says nothing of that.
 */
export function mayHaveTakenEffect(error: unknown): boolean {
  if (error instanceof NetworkError) {
    return mayHaveArrived(error.reason);
  }
  if (error instanceof ApiError) {
    const { status, form } = error.details;
    return [408, 502, 504].includes(status) || (form !== "api" && status >= 500);
  }
  return error instanceof ContractError || (error instanceof CancelledError && error.sent);
}
