import * as l10n from "@vscode/l10n";
import type { PickItem } from "../../platform/flow/prompts";
import type { Step } from "../../platform/flow/steps";
import { plainText } from "../../platform/words/plainText";
import { clockTime } from "../../platform/words/time";
import type { Login } from "./dataApi";
import type { Context } from "./testRunQuestions";

/**
 * Asks for the login to run with, which may be made for it.
 * @param afterLogin the steps that follow
 */
export function loginStep(context: Context, afterLogin: readonly Step[]): Step {
  const { prompts, questions, draft, choose } = context;
  const { title, logins, now } = questions;
  const items: PickItem<Login | undefined>[] = [
    ...logins.map((login) => ({
      label: plainText(login.displayName, 100),
      description: login.username === login.displayName ? "" : plainText(login.username, 100),
      detail: expiryOf(login, now),
      icon: "person",
      value: login,
    })),
    {
      label: l10n.t("Create a New Login…"),
      description: l10n.t("Opens a page in your browser"),
      icon: "add",
      alwaysShow: true,
      value: undefined,
    },
  ];
  /** A step of its own: the question is closed while the person is at the page. */
  const making: Step = {
    ask: async () => {
      const username = await questions.makeLogin();
      if (username === undefined) {
        return "cancel";
      }
      await questions.waiting((signal) => choose(username, signal));
      return afterLogin.find((step) => step.applies?.() ?? true) ?? "cancel";
    },
  };
  return {
    ask: (position) =>
      prompts.pick({
        title,
        position,
        placeholder:
          logins.length > 0
            ? l10n.t("Login to run with")
            : l10n.t("A test run needs a login for this connector"),
        items,
        isActive: (login) => login !== undefined && login.username === draft.username,
        accept: async (login, signal) => {
          if (!login) {
            return making;
          }
          await choose(login.username, signal);
          return "next";
        },
      }),
  };
}

function expiryOf({ expiresAt }: Login, now: number): string | undefined {
  if (expiresAt === undefined) {
    return undefined;
  }
  return expiresAt > now ? l10n.t("Expires {0}", clockTime(expiresAt, now)) : l10n.t("Expired");
}
