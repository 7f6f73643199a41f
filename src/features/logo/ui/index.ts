import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { logoCommands } from "../../../manifest";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Send } from "../../../platform/http/send";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { ConnectorsService } from "../../connectors/ui";

/** What the feature needs of the platform and of other features. */
export interface LogoFeatureParts {
  readonly send: Send;
  readonly connectors: Pick<ConnectorsService, "store" | "targets">;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** Shows the logo of a connector, and puts another one in its place. */
export function registerLogo(parts: LogoFeatureParts): vscode.Disposable {
  const { send, prompts, notifier } = parts;
  const { store, targets } = parts.connectors;
  return registerCommands(notifier, logoCommands, () => ({
    // Who calls the upload may name the file; the tree hands over other things.
    uploadLogo: (given, file) =>
      targets.command(l10n.t("Upload Logo"), async (target) => {
        const { uploadLogo } = await import("./uploadLogo");
        return uploadLogo(
          { send, store, prompts, notifier },
          target,
          file instanceof vscode.Uri ? file : undefined,
        );
      })(given),
    openLogo: targets.command(l10n.t("Open Logo"), async (target) =>
      (await import("./openLogo")).openLogo({ send, store, notifier }, target),
    ),
  }));
}
