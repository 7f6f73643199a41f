import * as vscode from "vscode";
import { connectorFileEnding, fileCommands } from "../../../manifest";
import { Emitter } from "../../../platform/event";
import { lazy, lazyMethods } from "../../../platform/lazy";
import type { Storage } from "../../../platform/storage/accountStorage";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { ConfigurationsService } from "../../configurations/ui";
import type { ConnectorsService } from "../../connectors/ui";
import { trackFileMoves } from "./fileMoves";
import type { MadeFiles } from "./makeFiles";

/** What the feature needs of the platform and of other features. */
export interface FileFeatureParts {
  readonly connectors: Pick<
    ConnectorsService,
    "targets" | "store" | "publisher" | "contributions" | "create"
  >;
  readonly configurations: ConfigurationsService;
  /** For links that could not be written. */
  readonly windowStorage: Storage;
  readonly notifier: Notifier;
}

/** Configurations as files in the person's folders, each linked to the connector that it belongs to. */
export function registerFiles(parts: FileFeatureParts): vscode.Disposable {
  const { connectors, configurations, notifier } = parts;
  const linksChanged = new Emitter<void>();
  let made: MadeFiles | undefined;
  /** With the first file of a configuration, or the first command. */
  const load = lazy(async () => {
    made = (await import("./makeFiles")).makeFiles(parts);
    made.files.onDidChange(() => linksChanged.fire());
    return made;
  });
  connectors.contributions.addResolver(
    async (uri) =>
      uri.path.endsWith(connectorFileEnding) ? (await load()).files.connectorOf(uri) : undefined,
    linksChanged.event,
  );
  connectors.contributions.files = lazyMethods(
    async () => (await load()).source,
    "list",
    "choose",
    "read",
    "shown",
    "created",
  );
  configurations.completeFileMerges(async (...merge) => (await load()).completeMerge(...merge));
  const files = {
    ...lazyMethods(async () => (await load()).files, "moved", "removed", "appeared"),
    changedOutside: () => made?.files.changedOutside(),
  };
  return vscode.Disposable.from(
    trackFileMoves({ files, notifier }),
    registerCommands(notifier, fileCommands, async () => (await load()).handlers()),
  );
}
