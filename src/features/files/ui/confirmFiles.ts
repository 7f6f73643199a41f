import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConfirmPublish } from "../../configurations/ui/confirmPublish";
import type { ConnectorContributions } from "../../connectors/ui/contributions";
import { listFiles, type FileToPublish } from "../filesToPublish";

interface ConfirmFilesParts {
  readonly confirm: Pick<ConfirmPublish, "isAsked">;
  readonly contributions: Pick<ConnectorContributions, "errorsIn">;
}

/**
 * Asks one question for several files, unless the person wants to be asked for none of them.
 * @returns whether to publish all of them
 */
export async function confirmFiles(
  { confirm, contributions }: ConfirmFilesParts,
  files: readonly FileToPublish[],
): Promise<boolean> {
  const counted = await Promise.all(
    files.map(async (file) => ({
      ...file,
      errors: (await contributions.errorsIn(file.text)).length,
    })),
  );
  const { lines, errors } = listFiles(counted);
  if (errors === 0 && !files.some(({ ref }) => confirm.isAsked(ref))) {
    return true;
  }
  const publish = errors > 0 ? l10n.t("Publish All Anyway") : l10n.t("Publish All");
  const show = errors > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const detail = [...lines, "", l10n.t("Changes go live immediately.")];
  const question = l10n.t("Publish {0} files?", files.length);
  const options = { modal: true, detail: detail.join("\n") };
  return (await show(question, options, publish)) === publish;
}
