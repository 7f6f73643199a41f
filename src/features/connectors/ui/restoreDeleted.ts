import * as l10n from "@vscode/l10n";
import { pickOne, type Prompts } from "../../../platform/flow/prompts";
import { relativeTime } from "../../../platform/words/time";
import type { Session } from "../../account/session";
import type { DeletedConnector, DeletedConnectors } from "../deletedConnectors";
import type { CreateStart } from "./createConnectorFlow";

interface RestoreParts {
  readonly session: Session;
  readonly prompts: Prompts;
  readonly deleted: Pick<DeletedConnectors, "list">;
}

/**
 * Asks which of the connectors that were deleted from here is to be created again; undefined when the person
 * cancels.
 */
export async function chooseDeleted(parts: RestoreParts): Promise<CreateStart | undefined> {
  const all = await parts.deleted.list(await parts.session.account());
  const chosen = await pickOne(parts.prompts, {
    title: l10n.t("Restore Deleted Connector"),
    placeholder:
      all.length > 0
        ? l10n.t("Select a connector to restore")
        : l10n.t("No connectors of this team were deleted on this computer"),
    items: all.map((one) => ({
      label: one.name,
      description: l10n.t(
        "{0}, deleted {1}",
        one.identifier,
        relativeTime(one.deletedAt, Date.now()),
      ),
      icon: "history",
      value: one,
    })),
  });
  return chosen && restoreStart(chosen);
}

/** What Create Connector begins with where a deleted connector is to be created again. */
export function restoreStart({ name, description, deletedAt }: DeletedConnector): CreateStart {
  const source = { kind: "deleted", deletedAt } as const;
  return {
    action: "restore",
    purpose: `deleted ${deletedAt}`,
    draft: { name, description, source },
  };
}
