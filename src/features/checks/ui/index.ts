import * as vscode from "vscode";
import { checkCommands } from "../../../manifest";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import type { ConnectorContributions } from "../../connectors/ui/contributions";
import { checkHandlers } from "./checkCommands";
import { CheckDiagnostics } from "./checkDiagnostics";
import { CheckFixes } from "./checkFixes";
import { errorsIn } from "./checkSettings";

/** What the feature needs. */
export interface CheckParts {
  readonly contributions: ConnectorContributions;
  readonly notifier: Notifier;
}

/** The checks, for features that contribute to them or ask what is known of a document. */
export interface ChecksService extends vscode.Disposable {
  readonly checks: CheckDiagnostics;
}

/** Finds what is wrong in configurations while they are written, and before they are published. */
export function registerChecks({ contributions, notifier }: CheckParts): ChecksService {
  const checks = new CheckDiagnostics();
  contributions.addTextCheck(errorsIn);
  const registrations = vscode.Disposable.from(
    checks,
    vscode.languages.registerCodeActionsProvider(configurationDocuments, new CheckFixes(checks), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    registerCommands(notifier, checkCommands, () => checkHandlers(checks)),
  );
  return { checks, dispose: () => registrations.dispose() };
}
