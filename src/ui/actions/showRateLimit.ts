import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Prompts } from "../../core/prompts";
import type { RateLimit } from "../../core/rateLimitMeter";
import { rateLimitLines } from "../../core/rateLimitWords";
import { onlyStep } from "../../core/steps";

/** Lists what is known of the rate limit; choosing a line copies it. */
export async function showRateLimit(prompts: Prompts, value: RateLimit): Promise<void> {
  const lines = rateLimitLines(value, Date.now());
  const all = lines.map((line) => `${line.label}: ${line.value}`).join("\n");
  let copied: string | undefined;
  await prompts.pick<string>({
    title: l10n.t("Supermetrics Rate Limit"),
    position: onlyStep,
    placeholder: l10n.t("Choose what to copy"),
    items: [
      ...lines.map(({ label, value: text }) => ({ label, description: text, value: text })),
      { label: l10n.t("Copy all"), icon: "copy", alwaysShow: true, value: all },
    ],
    accept: (text) => {
      copied = text;
      return "next";
    },
  });
  if (copied !== undefined) {
    await vscode.env.clipboard.writeText(copied);
    vscode.window.setStatusBarMessage(l10n.t("Copied"), 3000);
  }
}
