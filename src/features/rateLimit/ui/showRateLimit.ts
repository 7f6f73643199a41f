import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { pickOne, type Prompts } from "../../../platform/flow/prompts";
import type { RateLimit } from "../rateLimitMeter";
import { rateLimitLines } from "../rateLimitText";

/** Lists what is known of the rate limit; choosing a line copies it. */
export async function showRateLimit(prompts: Prompts, value: RateLimit): Promise<void> {
  const lines = rateLimitLines(value, Date.now());
  const all = lines.map((line) => `${line.label}: ${line.value}`).join("\n");
  const copied = await pickOne(prompts, {
    title: l10n.t("Supermetrics Rate Limit"),
    placeholder: l10n.t("Choose what to copy"),
    items: [
      ...lines.map(({ label, value: text }) => ({ label, description: text, value: text })),
      { label: l10n.t("Copy all"), icon: "copy", alwaysShow: true, value: all },
    ],
  });
  if (copied !== undefined) {
    await vscode.env.clipboard.writeText(copied);
    vscode.window.setStatusBarMessage(l10n.t("Copied"), 3000);
  }
}
