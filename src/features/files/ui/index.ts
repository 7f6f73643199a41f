import { withSchema } from "../../schema/schemaProperty";
import { trackFileMoves } from "./fileMoves";
import { pathOf, writeText, filesNamed } from "../../../platform/ui/workspaceFiles";
import { lazy } from "../../../platform/lazy";
import type { Storage } from "../../../platform/storage/accountStorage";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { connectorFileEnding, fileCommands } from "../../../manifest";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { ConfigurationsService } from "../../configurations/ui";
import type { ConnectorsService } from "../../connectors/ui";
import { reportLinkFailure } from "./linkFailure";
import { LinkedFiles } from "./linkedFiles";

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
  const { connectors, notifier } = parts;
  const { targets, store, publisher, contributions } = connectors;
  const { configurations, configurationSync, actions, documents } = parts.configurations;
  const files = new LinkedFiles(parts.windowStorage);
  contributions.addResolver((uri) => files.connectorOf(uri), files.onDidChange);
  contributions.files = {
    list: () => filesNamed(`*${connectorFileEnding}`),
    choose: async () => {
      const { chooseFile, createTitle } = await import("./fileCommands");
      return (await chooseFile(createTitle()))?.toString();
    },
    read: async (uri) =>
      requireConfiguration(await files.textToPublish(vscode.Uri.parse(uri, true))),
    shown: (uri) => files.shownText(vscode.Uri.parse(uri, true)),
    created: async (uri, ref, { published, done }) => {
      const linking = files.linkIfNone(vscode.Uri.parse(uri, true), ref, published);
      await reportLinkFailure(notifier, done, linking);
    },
  };
  const loadActions = lazy(async () => {
    const { FileActions } = await import("./fileActions");
    const { confirm, conflicts } = await actions();
    return new FileActions({
      configurations,
      files,
      publisher,
      confirm,
      contributions,
      conflicts,
      documents,
      notifier,
      store,
      choose: async (file) =>
        (await targets.pick(l10n.t("Select the connector for {0}", pathOf(file))))?.ref,
      follow: (ref, stored, file) =>
        configurationSync.apply(ref, stored, { kind: "you", file: pathOf(file) }),
    });
  });
  parts.configurations.completeFileMerges(async (file, text, theirs) => {
    const link = await files.link(file);
    await writeText(file, link?.schemaAdded ? withSchema(text).text : text);
    if (link) {
      await files.setLink(file, { ...link, version: theirs });
    }
    await vscode.window.showTextDocument(file, { preview: false });
    await (await loadActions()).publish(file);
  });
  const commands = registerCommands(notifier, fileCommands, async () =>
    (await import("./fileCommands")).fileHandlers({
      targets,
      fileActions: await loadActions(),
      saving: { configurations, files, notifier },
      create: (start) => connectors.create(start),
    }),
  );
  return vscode.Disposable.from(commands, trackFileMoves({ files, notifier }));
}

async function requireConfiguration(text: string): Promise<string> {
  const { findTextProblem } = await import("../../configurations/textProblem");
  const problem = findTextProblem(text);
  if (problem) {
    throw new Error(l10n.t("The file isn't a valid configuration. {0}", problem.text));
  }
  return text;
}
