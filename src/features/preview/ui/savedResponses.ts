import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { PickItem, Prompts } from "../../../platform/flow/prompts";
import { pickOne } from "../../../platform/flow/prompts";
import { maskText } from "../../../platform/masking/jsonCredentials";
import { portableFileName } from "../../../platform/words/fileName";
import { filesNamed, pathOf, readText } from "../../../platform/ui/workspaceFiles";
import type { RememberedPreview } from "../previewMemory";
import { mostBytes } from "../sendPreview";

/** How the names of saved responses end. */
const ending = ".response.json";

/** Has the person choose a saved response; gives its text, undefined when they cancel. */
export async function chooseSavedResponse(prompts: Prompts): Promise<string | undefined> {
  const found = await filesNamed(`*${ending}`);
  const items: PickItem<vscode.Uri | undefined>[] = found.map(({ uri, path }) => ({
    label: path,
    icon: "json",
    value: vscode.Uri.parse(uri, true),
  }));
  let isChosen = found.length === 0;
  let file: vscode.Uri | undefined;
  if (!isChosen) {
    await prompts.pick({
      title: l10n.t("Preview from Saved Response"),
      position: { step: 1, totalSteps: 1 },
      placeholder: l10n.t("File with the response"),
      items: [
        ...items,
        { label: l10n.t("Choose Another File…"), alwaysShow: true, value: undefined },
      ],
      accept: (value) => {
        isChosen = true;
        file = value;
        return "next";
      },
    });
  }
  file ??= isChosen ? await browse() : undefined;
  if (!file) {
    return undefined;
  }
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > mostBytes) {
    throw new Error(l10n.t("{0} is larger than 20 MB, the limit for previews.", pathOf(file)));
  }
  return readText(file);
}

async function browse(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: l10n.t("Select a saved response"),
    openLabel: l10n.t("Preview"),
    filters: { JSON: ["json"] },
  });
  return chosen?.[0];
}

/** Writes a response to a file of the person's choice, without credentials. */
export async function saveResponse({ body, title }: RememberedPreview): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `${portableFileName(title)}${ending}`;
  const file = await vscode.window.showSaveDialog({
    title: l10n.t("Save Response as Sample"),
    filters: { JSON: ["json"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
  if (!file) {
    return;
  }
  const text = maskText(body);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const message =
    text === body
      ? l10n.t("Saved the response to {0}", pathOf(file))
      : l10n.t("Saved the response to {0}. Credentials in it are masked.", pathOf(file));
  vscode.window.setStatusBarMessage(message, 8000);
}

/** The response to save: the only one, or the one that the person picks. */
export async function pickRemembered(
  prompts: Prompts,
  previews: readonly RememberedPreview[],
): Promise<RememberedPreview | undefined> {
  const [only] = previews;
  if (previews.length > 1) {
    return pickOne(prompts, {
      title: l10n.t("Responses of previews"),
      placeholder: l10n.t("Response"),
      items: previews.map((preview) => ({
        label: preview.title,
        description: new Date(preview.at).toLocaleTimeString(),
        icon: "json",
        value: preview,
      })),
    });
  }
  if (!only) {
    void vscode.window.showInformationMessage(l10n.t("Preview a request first."));
  }
  return only;
}
