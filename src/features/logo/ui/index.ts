import type * as vscode from "vscode";
import { logoCommands } from "../../../manifest";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Send } from "../../../platform/http/send";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { ConnectorStore } from "../../connectors/connectorStore";
import type { ConnectorTargets } from "../../connectors/ui/connectorTarget";
import { logoHandlers } from "./logoCommands";

export interface LogoFeatureParts {
  readonly send: Send;
  readonly store: ConnectorStore;
  readonly targets: ConnectorTargets;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** Shows the logo of a connector, and puts another one in its place. */
export function registerLogo(parts: LogoFeatureParts): vscode.Disposable {
  return registerCommands(parts.notifier, logoCommands, () => logoHandlers(parts));
}
