import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { CancelledError } from "../http/errors";
import type { ErrorContext, NextStep } from "../words/errorMeaning";
import { runIsolated } from "../runIsolated";
import { FileError } from "../words/fileError";
import type { ConnectorRef } from "../connectorRef";
import { accountStepLabel, isAccountStep, type AccountStep } from "../words/accountStep";
import { loadUserMessage } from "../words/loadUserMessage";
import type { UserMessage } from "../words/userMessage";
import { commandIds, settingIds } from "../../manifest";

/** What a failure may offer beside the steps that its own words name. */
export interface Offer {
  readonly context?: ErrorContext;
  /** Does the failed thing again; without it “Try Again” is not offered. */
  readonly tryAgain?: (() => unknown) | undefined;
  /** Goes on after the person has signed in again. */
  readonly afterSignIn?: (() => unknown) | undefined;
  /** The connector that it was about, whose logs may tell more. */
  readonly logsOf?: ConnectorRef;
  /** Set while a flow asks for the key anyway. */
  readonly isSigningIn?: boolean;
}

/** A button of a notification. */
export interface Choice {
  readonly label: string;
  readonly run: () => unknown;
}

/** The only place that shows failures. Never wait for what it shows: a notification may stay for hours. */
export class Notifier {
  private showLogs: ((ref: ConnectorRef, at: number) => unknown) | undefined;

  constructor(private readonly log: vscode.LogOutputChannel) {}

  /**
   * Has failures that are about a connector offer its logs.
   * @param show shows them around a time, in milliseconds since 1970
   */
  offerLogs(show: (ref: ConnectorRef, at: number) => unknown): void {
    this.showLogs = show;
  }

  /** Shows and logs a failure; what the person cancelled needs no words. */
  failed(error: unknown, offer: Offer = {}): void {
    if (!(error instanceof CancelledError)) {
      void this.tellFailure(error, offer);
    }
  }

  private async tellFailure(error: unknown, { logsOf, ...offer }: Offer): Promise<void> {
    const message = await loadUserMessage(error, offer.context ?? { failed: "" }, Date.now());
    const isLogged = logsOf && (await mayBeLogged(error));
    this.tell(
      message,
      isLogged ? { ...offer, logsOf } : offer,
      error instanceof FileError && error.uri ? [openChoice(error.uri)] : [],
    );
  }

  /**
   * Shows and logs a failure that has words already, with the choices that these name.
   * @param choices what may be done besides
   */
  tell(message: UserMessage, offer: Offer, choices: readonly Choice[] = []): void {
    runIsolated(() => this.log.error(message.text)); // it may be closed
    const steps = message.steps.flatMap((step) => choicesFor(step, offer));
    this.show(message, [...steps, ...choices], offer.logsOf);
  }

  /**
   * Shows a message with choices of its own, then those that every failure has.
   * @param logsOf a connector whose logs around now are offered, and tell more than the extension's own log:
   * a notification has room for one of them
   */
  show(message: UserMessage, choices: readonly Choice[], logsOf?: ConnectorRef): void {
    const { requestId } = message;
    const all = [
      ...choices,
      ...(requestId ? [copyChoice(requestId)] : []),
      logsOf && this.showLogs
        ? logsChoice(this.showLogs, logsOf)
        : { label: l10n.t("Show Extension Log"), run: () => this.log.show() },
    ];
    const { showErrorMessage, showWarningMessage } = vscode.window;
    const open = message.severity === "error" ? showErrorMessage : showWarningMessage;
    void this.carryOut(open(message.text, ...all.map(({ label }) => label)), all);
  }

  /** Shows a message that is no failure of the extension, with what a person can do about it. */
  ask(
    severity: "information" | UserMessage["severity"],
    text: string,
    choices: readonly Choice[],
  ): void {
    const { showErrorMessage, showInformationMessage, showWarningMessage } = vscode.window;
    const open = {
      error: showErrorMessage,
      information: showInformationMessage,
      warning: showWarningMessage,
    }[severity];
    void this.carryOut(open(text, ...choices.map(({ label }) => label)), choices);
  }

  private async carryOut(chosen: Thenable<string | undefined>, choices: readonly Choice[]) {
    const label = await chosen;
    try {
      await choices.find((choice) => choice.label === label)?.run();
    } catch (error) {
      this.failed(error);
    }
  }
}

function choicesFor(step: NextStep, { tryAgain, afterSignIn, isSigningIn }: Offer): Choice[] {
  if (isAccountStep(step)) {
    return isSigningIn ? [] : [accountChoice(step, afterSignIn)];
  }
  switch (step) {
    case "openBaseUrlSetting":
      return [settingChoice(l10n.t("Open Setting"), settingIds.apiBaseUrl)];
    case "openTimeoutSetting":
      return [settingChoice(l10n.t("Open Setting"), settingIds.requestTimeout)];
    case "openProxySettings":
      return [settingChoice(l10n.t("Open Proxy Settings"), "http.proxy")];
    case "tryAgain":
      return tryAgain ? [{ label: l10n.t("Retry"), run: tryAgain }] : [];
    case "reloadWindow":
      return [{ label: l10n.t("Reload Window"), run: reloadWindow }];
  }
}

function openChoice(uri: string): Choice {
  const run = () => vscode.window.showTextDocument(vscode.Uri.parse(uri, true));
  return { label: l10n.t("Open File"), run };
}

function reloadWindow(): Thenable<unknown> {
  return vscode.commands.executeCommand("workbench.action.reloadWindow");
}

function settingChoice(label: string, setting: string): Choice {
  const run = () => vscode.commands.executeCommand("workbench.action.openSettings", setting);
  return { label, run };
}

function accountChoice(step: AccountStep, afterSignIn: Offer["afterSignIn"]): Choice {
  const run = async () => {
    if (await vscode.commands.executeCommand<boolean>(commandIds[step])) {
      await afterSignIn?.();
    }
  };
  return { label: accountStepLabel(step), run };
}

function logsChoice(show: (ref: ConnectorRef, at: number) => unknown, ref: ConnectorRef): Choice {
  const at = Date.now();
  return { label: l10n.t("Show Logs Around This Time"), run: () => show(ref, at) };
}

/** Does not reject. */
async function mayBeLogged(error: unknown): Promise<boolean> {
  try {
    return (await import("../words/mayBeLogged")).mayBeLogged(error);
  } catch {
    return false;
  }
}

function copyChoice(requestId: string): Choice {
  return {
    label: l10n.t("Copy Request ID"),
    run: () => vscode.env.clipboard.writeText(requestId),
  };
}
