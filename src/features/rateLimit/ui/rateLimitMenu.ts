import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { pickOne, type PickItem, type Prompts } from "../../../platform/flow/prompts";
import type { RateLimit } from "../rateLimitMeter";
import { rateLimitLines, type RateLimitLine } from "../rateLimitText";

type Action = { readonly command: string } | { readonly copied: string };

/**
 * What the status-bar item opens: the team, what to do next, and all that is known of the rate limit, of which
 * a line is copied when it is chosen.
 * @param team as a person knows it; undefined where none is selected
 */
export async function showRateLimit(
  prompts: Prompts,
  value: RateLimit,
  team: string | undefined,
): Promise<void> {
  const chosen = await pickOne<Action>(prompts, {
    title: l10n.t("Supermetrics"),
    placeholder: l10n.t("Select an action, or a value to copy"),
    items: [...actions(team), ...values(rateLimitLines(value, Date.now()))],
  });
  if (!chosen) {
    return;
  }
  if ("command" in chosen) {
    await vscode.commands.executeCommand(chosen.command);
    return;
  }
  await vscode.env.clipboard.writeText(chosen.copied);
  vscode.window.setStatusBarMessage(l10n.t("Copied"), 3000);
}

function actions(team: string | undefined): PickItem<Action>[] {
  return [
    {
      label: l10n.t("Switch Team…"),
      description: team ?? l10n.t("no team selected"),
      icon: "organization",
      value: { command: commandIds.selectTeam },
    },
    {
      label: l10n.t("Refresh"),
      description: l10n.t("connectors and rate limit"),
      icon: "refresh",
      value: { command: commandIds.refresh },
    },
    {
      label: l10n.t("Show Log"),
      icon: "output",
      value: { command: commandIds.showLog },
    },
  ];
}

function values(lines: readonly RateLimitLine[]): PickItem<Action>[] {
  const group = l10n.t("Rate limit");
  const all = lines.map(({ label, value }) => `${label}: ${value}`).join("\n");
  return [
    ...lines.map(({ label, value }) => ({
      label,
      description: value,
      group,
      value: { copied: value },
    })),
    { label: l10n.t("Copy All"), icon: "copy", group, value: { copied: all } },
  ];
}
