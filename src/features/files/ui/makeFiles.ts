import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { connectorFileEnding } from "../../../manifest";
import { lazy } from "../../../platform/lazy";
import { filesNamed, pathOf, writeText } from "../../../platform/ui/workspaceFiles";
import type { VersionId } from "../../../platform/json/tokens";
import { findTextProblem } from "../../configurations/textProblem";
import type { FileSource } from "../../connectors/ui/contributions";
import { withSchema } from "../../schema/schemaProperty";
import type { FileFeatureParts } from ".";
import { FileActions } from "./fileActions";
import { chooseFile, createTitle, fileHandlers } from "./fileCommands";
import { reportLinkFailure } from "./linkFailure";
import { LinkedFiles } from "./linkedFiles";

/** What there is of files once they are loaded. */
export type MadeFiles = ReturnType<typeof makeFiles>;

/** Puts the feature together. */
export function makeFiles(parts: FileFeatureParts) {
  const { connectors, notifier } = parts;
  const { targets, store, publisher, contributions } = connectors;
  const files = new LinkedFiles(parts.windowStorage);
  const source: FileSource = {
    list: () => filesNamed(`*${connectorFileEnding}`),
    choose: async () => (await chooseFile(createTitle()))?.toString(),
    read: async (uri) =>
      requireConfiguration(await files.textToPublish(vscode.Uri.parse(uri, true))),
    shown: (uri) => files.shownText(vscode.Uri.parse(uri, true)),
    created: async (uri, ref, { published, done }) => {
      const linking = files.linkIfNone(vscode.Uri.parse(uri, true), ref, published);
      await reportLinkFailure(notifier, done, linking);
    },
  };
  const loadActions = lazy(async () => {
    const { configurations, sync, actions, documents } = await parts.configurations.load();
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
      follow: (ref, stored, file) => sync.apply(ref, stored, { kind: "you", file: pathOf(file) }),
    });
  });
  return {
    files,
    source,
    completeMerge: async (file: vscode.Uri, text: string, theirs: VersionId) => {
      const link = await files.link(file);
      await writeText(file, link?.schemaAdded ? withSchema(text).text : text);
      if (link) {
        await files.setLink(file, { ...link, version: theirs });
      }
      await vscode.window.showTextDocument(file, { preview: false });
      await (await loadActions()).publish(file);
    },
    handlers: async () => {
      const { configurations } = await parts.configurations.load();
      return fileHandlers({
        targets,
        fileActions: await loadActions(),
        saving: { configurations, files, notifier },
        create: (start) => connectors.create(start),
      });
    },
  };
}

function requireConfiguration(text: string): string {
  const problem = findTextProblem(text);
  if (problem) {
    throw new Error(l10n.t("The file isn't a valid configuration. {0}", problem.text));
  }
  return text;
}
