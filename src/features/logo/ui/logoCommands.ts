import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { logoCommands } from "../../../manifest";
import { openLogo } from "./openLogo";
import { uploadLogo, type LogoParts } from "./uploadLogo";
import type { CommandHandlers } from "../../../platform/ui/commands";
import type { ConnectorTargets } from "../../connectors/ui/connectorTarget";

/** The commands on logos. Who calls the upload may name the file; the tree hands over other things. */
export function logoHandlers(
  parts: LogoParts & { readonly targets: ConnectorTargets },
): CommandHandlers<typeof logoCommands> {
  return {
    uploadLogo: (given, file) =>
      parts.targets.command(l10n.t("Upload Logo"), (target) =>
        uploadLogo(parts, target, file instanceof vscode.Uri ? file : undefined),
      )(given),
    openLogo: parts.targets.command(l10n.t("Open Logo"), (target) => openLogo(parts, target)),
  };
}
