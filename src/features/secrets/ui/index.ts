import type * as vscode from "vscode";
import { secretCommands } from "../../../manifest";
import { Emitter } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import { lazy } from "../../../platform/lazy";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import type { ConfigurationsService } from "../../configurations/ui";
import type { ConnectorsService } from "../../connectors/ui";
import type { MadeSecrets } from "./makeSecrets";

/** What the feature needs of the platform and of other features. */
export interface SecretFeatureParts {
  readonly account: Pick<AccountService<unknown>, "session" | "send" | "onDidChangeKey">;
  readonly connectors: Pick<ConnectorsService, "targets" | "contributions" | "view">;
  readonly configurations: Pick<ConfigurationsService, "load">;
  readonly checks: CheckDiagnostics;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The secrets of connectors: below each in the tree, in configurations, and compared by the checks. */
export function registerSecrets(parts: SecretFeatureParts): vscode.Disposable {
  const { account, connectors, checks, notifier } = parts;
  const changed = new Emitter<void>();
  let made: MadeSecrets | undefined;
  /** When somebody looks below a connector, or with the first command. */
  const load = lazy(async () => {
    const { makeSecrets } = await import("./makeSecrets");
    made = makeSecrets(parts);
    made.secrets.onDidChange(() => changed.fire());
    return made;
  });
  account.session.onDidChange(() => made?.secrets.clear());
  account.onDidChangeKey(() => made?.secrets.clear());
  connectors.contributions.addSection({
    onDidChange: changed.event,
    root: async (ref, connector) => (await load()).section.root(ref, connector),
  });
  checks.contribute({
    onDidChange: changed.event,
    contextOf: (uri) => made?.ofDocuments.contextOf(uri) ?? {},
    refresh: async (uri) => (await load()).ofDocuments.refresh(uri),
  });
  return registerCommands(notifier, secretCommands, async () => (await load()).handlers());
}
