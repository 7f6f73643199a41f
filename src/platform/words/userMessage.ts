import * as l10n from "@vscode/l10n";
import {
  ApiError,
  CancelledError,
  ContractError,
  NetworkError,
  SecretStoreError,
  SettingsError,
  SignedOutError,
  WrongAccountError,
} from "../http/errors";
import { LoadError } from "../loadError";
import {
  contractMeaning,
  meaningOf,
  wrongAccountMeaning,
  type ErrorContext,
  type NextStep,
} from "./errorMeaning";
import { loadFailure } from "./loadFailure";
import { networkMeaning } from "./networkMeaning";
import { plainText } from "./plainText";

/** A failure worded for the person. One line, safe to show as a notification. */
export interface UserMessage {
  readonly severity: "error" | "warning";
  readonly text: string;
  readonly steps: readonly NextStep[];
  readonly requestId?: string | undefined;
}

/**
 * Words a failure: the server's words first, then what they mean and what to do.
 * @param context what was being done, for the parts of the wording that depend on it
 * @param now milliseconds since 1970
 */
export function userMessageFor(error: unknown, context: ErrorContext, now: number): UserMessage {
  if (error instanceof ApiError) {
    return apiMessage(error, context, now);
  }
  if (error instanceof NetworkError) {
    const { text, steps } = networkMeaning(error);
    return { severity: "error", text: sentence(context.failed, text), steps };
  }
  if (error instanceof ContractError) {
    const { status, requestId } = error.details;
    const { text, steps } = contractMeaning(error);
    return {
      severity: "error",
      text: sentence(context.failed, text, reference(`HTTP ${status}`, undefined, requestId)),
      steps,
      requestId,
    };
  }
  if (error instanceof CancelledError) {
    const text = l10n.t("Canceled after the request was sent.");
    return { severity: "warning", text: sentence(context.failed, text), steps: ["tryAgain"] };
  }
  if (error instanceof SignedOutError) {
    const text = l10n.t("Sign in to Supermetrics first.");
    return { severity: "warning", text: sentence(context.failed, text), steps: ["signIn"] };
  }
  if (error instanceof SecretStoreError) {
    const text = l10n.t(
      "VS Code's secret storage, which keeps your API key, isn't responding. Retry, or restart VS Code.",
    );
    return { severity: "error", text: sentence(context.failed, text), steps: ["tryAgain"] };
  }
  if (error instanceof WrongAccountError) {
    const { text, steps } = wrongAccountMeaning(error);
    return { severity: "error", text: sentence(context.failed, text), steps };
  }
  if (error instanceof SettingsError) {
    return {
      severity: "error",
      text: sentence(context.failed, error.message),
      steps: ["openBaseUrlSetting"],
    };
  }
  if (error instanceof LoadError) {
    return loadFailure(error.message, context);
  }
  const text = plainText(error instanceof Error ? error.message : String(error));
  return { severity: "error", text: sentence(context.failed, text), steps: [] };
}

function apiMessage(error: ApiError, context: ErrorContext, now: number): UserMessage {
  const { status, code, description, requestId } = error.details;
  const { text, steps } = meaningOf(error, context, now);
  const serverText = sentence(plainText(error.message, 300), plainText(description ?? ""));
  return {
    severity: "error",
    text: sentence(context.failed, serverText, text, reference(`HTTP ${status}`, code, requestId)),
    steps,
    requestId,
  };
}

/**
 * The codes by which others can find a failure, in brackets.
 * @param state how it ended, e.g. `HTTP 404`
 */
export function reference(state: string, code?: string, requestId?: string): string {
  const id = requestId && l10n.t("request ID {0}", plainText(requestId, 100));
  const parts = [plainText(state, 100), code && plainText(code, 100), id].filter(Boolean);
  return `[${parts.join(", ")}]`;
}

/** Joins sentences, but empty ones; one that lacks its full stop gets it. */
export function sentence(...parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .map((part) => (/[.!?…\])]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
