import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { CreateOutcome } from "../createConnector";
import type { Publisher } from "../publisher";
import { userMessageFor } from "../../../platform/words/userMessage";
import type { CreateSource } from "../createDraft";
import type { Notifier } from "../../../platform/ui/notifier";
import { linkSource, type SourceParts } from "./createSource";

/** What publishing into a new connector needs. */
export interface InitialPublishParts extends SourceParts {
  readonly publisher: Publisher;
  readonly notifier: Notifier;
  readonly created: (created: CreatedConnector) => void;
}

/** A connector that was just created, and whose it is. */
export type CreatedConnector = Extract<CreateOutcome, { kind: "created" }>;

/**
 * The second half of a create from a text: publishes it into the connector that exists now. Where that
 * fails, says what there is, and offers this half alone.
 * @param source where the text is from
 * @param title the connector's name, in quotes, fit for a notification
 * @returns whether the connector has the text
 */
export async function publishInitialConfiguration(
  parts: InitialPublishParts,
  created: CreatedConnector,
  { source, text, title }: { source: CreateSource; text: string; title: string },
): Promise<boolean> {
  const { account, details } = created;
  const { identifier } = details.connector;
  const template = details.configurationText;
  const ref = { ...account, identifier };
  const base = template === undefined ? undefined : { text: template };
  // Not as a notification: after the one of the create, the editor would not show a third that comes as soon, which
  // says what was not copied.
  const publication = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Window,
      title: l10n.t("Publishing the configuration of {0}…", title),
    },
    () => parts.publisher.publish(ref, { configuration: { text, base } }),
  );
  if (publication.kind === "published" || publication.kind === "unchanged") {
    const { stored } = publication;
    const { connector, name: storedName, text: configurationText } = stored;
    parts.created({ ...created, details: { connector, storedName, configurationText } });
    const done = l10n.t("Created {0} with your configuration", title);
    await linkSource(parts, source, ref, { published: configurationText, done });
    return true;
  }
  parts.created(created);
  const failed = l10n.t(
    "Created {0} ({1}) with the default configuration. Your configuration wasn't published.",
    title,
    identifier,
  );
  const again = {
    label: l10n.t("Publish Again"),
    run: () => publishInitialConfiguration(parts, created, { source, text, title }),
  };
  if (publication.kind === "conflict") {
    const why = l10n.t("Another version was published to it first.");
    parts.notifier.show({ severity: "warning", text: `${failed} ${why}`, steps: [] }, []);
  } else {
    const context = { failed, right: "cb_connectors_write" };
    parts.notifier.show(userMessageFor(publication.error, context, Date.now()), [again], ref);
  }
  return false;
}
