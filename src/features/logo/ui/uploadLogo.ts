import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { postLogo } from "../logoApi";
import { notFoundText } from "../../../platform/words/errorMeaning";
import { logoRemarks, logoSummary, readLogo, sizeProblem, type LogoImage } from "../logoImage";
import { mayHaveTakenEffect } from "../../../platform/http/errors";
import { pickOne, type Prompts } from "../../../platform/flow/prompts";
import { plainText } from "../../../platform/words/plainText";
import { userMessageFor } from "../../../platform/words/userMessage";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import { withCancel } from "../../../platform/ui/progress";
import { openLogo, rememberLogo, type OpenLogoParts } from "./openLogo";

/** What the upload of a logo needs. */
export interface LogoParts extends OpenLogoParts {
  readonly prompts: Prompts;
}

/** Uploads an image that the person chooses, looks at and confirms as a connector's logo. */
export async function uploadLogo(
  parts: LogoParts,
  target: ConnectorTarget,
  given?: vscode.Uri,
): Promise<void> {
  const file = given ?? (await chooseFile(target));
  if (!file) {
    return;
  }
  const image = await readFile(file);
  if (typeof image === "string") {
    const text = l10n.t("Couldn't upload {0}. {1}", nameOf(file), image);
    parts.notifier.show({ severity: "error", text, steps: [] }, [
      { label: l10n.t("Select Another…"), run: () => uploadLogo(parts, target) },
    ]);
    return;
  }
  const answer = await confirm(parts.prompts, target, file, image);
  if (answer === "another") {
    await uploadLogo(parts, target);
  } else if (answer === "upload") {
    await send(parts, target, file, image);
  }
}

async function chooseFile({ connector }: ConnectorTarget): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: l10n.t("Logo of {0}", plainText(connector.name, 80)),
    filters: { [l10n.t("PNG or JPEG Images")]: ["png", "jpg", "jpeg"] },
  });
  return files?.[0];
}

async function readFile(file: vscode.Uri): Promise<LogoImage | string> {
  const { size } = await vscode.workspace.fs.stat(file);
  return sizeProblem(size) ?? readLogo(new Uint8Array(await vscode.workspace.fs.readFile(file)));
}

/** Shows the image in the editor's own preview, and asks. */
async function confirm(
  prompts: Prompts,
  { connector }: ConnectorTarget,
  file: vscode.Uri,
  image: LogoImage,
): Promise<"upload" | "another" | undefined> {
  // By its id: a file with another ending would open as text.
  await vscode.commands.executeCommand("vscode.openWith", file, "imagePreview.previewEditor", {
    preserveFocus: true,
    preview: true,
  });
  return pickOne(prompts, {
    title: l10n.t('Upload this logo to "{0}"?', plainText(connector.name, 80)),
    items: [
      {
        label: l10n.t("Upload"),
        description: `${nameOf(file)} · ${logoSummary(image)}`,
        detail: logoRemarks(image).join(" "),
        icon: "cloud-upload",
        value: "upload",
      },
      { label: l10n.t("Select Another…"), icon: "file-media", value: "another" },
    ],
  });
}

/** Sent once: what becomes of a lost answer is for the person to see. */
async function send(
  parts: LogoParts,
  target: ConnectorTarget,
  file: vscode.Uri,
  { bytes, type }: LogoImage,
): Promise<void> {
  const { ref, connector } = target;
  const name = plainText(connector.name, 80);
  const again = () => uploadLogo(parts, target, file);
  try {
    const logoUrl = await withCancel(l10n.t('Uploading the logo of "{0}"…', name), (signal) =>
      postLogo(parts.send, ref, new Blob([bytes], { type }), signal),
    );
    rememberLogo(parts.store, target, logoUrl);
    vscode.window.setStatusBarMessage(l10n.t("Uploaded the logo of {0}", name), 5000);
  } catch (error) {
    const failed = l10n.t('Couldn\'t upload the logo of "{0}".', name);
    const context = { failed, notFound: notFoundText(), right: "cb_logo_write" };
    if (!mayHaveTakenEffect(error)) {
      const offer = { context, tryAgain: again, afterSignIn: again, logsOf: ref };
      parts.notifier.failed(error, offer);
      return;
    }
    const unknown = l10n.t('Couldn\'t confirm that the logo of "{0}" was uploaded.', name);
    const { text, requestId } = userMessageFor(error, { ...context, failed: unknown }, Date.now());
    const choices = [
      { label: l10n.t("Open Logo"), run: () => openLogo(parts, target) },
      { label: l10n.t("Retry"), run: again },
    ];
    parts.notifier.show({ severity: "warning", text, steps: [], requestId }, choices, ref);
  }
}

function nameOf(file: vscode.Uri): string {
  return plainText(file.path.split("/").at(-1) ?? "", 80);
}
