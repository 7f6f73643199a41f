import * as vscode from "vscode";
import { checkCommands } from "../../../manifest";
import { lazyMethods } from "../../../platform/lazy";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import type { ConnectorsService } from "../../connectors/ui";
import { CheckDiagnostics } from "./checkDiagnostics";

/** What the feature needs of the platform and of other features. */
export interface CheckParts {
  readonly connectors: Pick<ConnectorsService, "contributions">;
  readonly notifier: Notifier;
}

/** The checks, for features that contribute to them or ask what is known of a document. */
export interface ChecksService extends vscode.Disposable {
  readonly checks: CheckDiagnostics;
}

/** Finds what is wrong in configurations while they are written, and before they are published. */
export function registerChecks({ connectors, notifier }: CheckParts): ChecksService {
  const checks = new CheckDiagnostics();
  connectors.contributions.addTextCheck(async (text) =>
    (await import("./checkSettings")).errorsIn(text),
  );
  const registrations = vscode.Disposable.from(
    checks,
    vscode.languages.registerCodeActionsProvider(
      configurationDocuments,
      lazyMethods(
        async () => new (await import("./checkFixes")).CheckFixes(checks),
        "provideCodeActions",
      ),
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    registerCommands(notifier, checkCommands, async () =>
      (await import("./checkCommands")).checkHandlers(checks),
    ),
  );
  return { checks, dispose: () => registrations.dispose() };
}
