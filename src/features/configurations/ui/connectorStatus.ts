import * as l10n from "@vscode/l10n";
import type { ConnectorStatus } from "../../connectors/ui/contributions";
import { changedBy } from "../authors";
import type { PublishState } from "../publishStates";

/**
 * What the row of a connector says of its configuration; undefined where there is nothing to say.
 * @param isEdited whether an editor holds changes that are not published
 */
export function connectorStatus(
  state: PublishState | undefined,
  isEdited: boolean,
): ConnectorStatus | undefined {
  switch (state?.kind) {
    case "conflict":
      return {
        icon: "warning",
        color: "list.errorForeground",
        text: l10n.t("conflict: {0}", changedBy(state.by)),
      };
    case "changedElsewhere":
      return {
        icon: "cloud-download",
        color: "list.warningForeground",
        text: changedBy(state.by),
      };
    case "publishing":
      return { icon: "sync~spin", text: l10n.t("publishing…") };
    case "published":
      return { icon: "check", text: l10n.t("published") };
    case undefined:
      return isEdited
        ? {
            icon: "circle-filled",
            color: "gitDecoration.modifiedResourceForeground",
            text: l10n.t("unpublished changes"),
          }
        : undefined;
  }
}
