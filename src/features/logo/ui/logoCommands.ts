import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { openLogo } from "./openLogo";
import { uploadLogo, type LogoParts } from "./uploadLogo";
import type { CommandHandlers } from "../../../platform/ui/commands";
import { withConnector, type TargetParts } from "../../connectors/ui/connectorTarget";

type LogoCommandId = typeof commandIds.uploadLogo | typeof commandIds.openLogo;

/** The commands on logos. Who calls the upload may name the file; the tree hands over other things. */
export function logoCommands(parts: LogoParts & TargetParts): Pick<CommandHandlers, LogoCommandId> {
  return {
    [commandIds.uploadLogo]: (given, file) =>
      withConnector(parts, l10n.t("Upload Logo"), (target) =>
        uploadLogo(parts, target, file instanceof vscode.Uri ? file : undefined),
      )(given),
    [commandIds.openLogo]: withConnector(parts, l10n.t("Open Logo"), (target) =>
      openLogo(parts, target),
    ),
  };
}
