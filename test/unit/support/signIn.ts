import type { AccessCheck } from "../../../src/features/account/accessCheck";
import {
  signInSteps,
  type SignInDraft,
  type SignInQuestions,
} from "../../../src/features/account/signInSteps";
import { runSteps } from "../../../src/platform/flow/steps";
import type { ScriptedPrompts } from "./scriptedPrompts";

export const key = `api_${"k".repeat(60)}`;
export const otherKey = `api_${"o".repeat(60)}`;

export const questions = {
  key: "API key",
  team: "Numeric team ID (the team_id value in a Supermetrics Hub URL)",
  recent: "Select a team",
  undecided: "Couldn't check the API key",
} as const;

export const ok: AccessCheck = { kind: "ok", list: { connectors: [], total: 0 } };
export const keyRejected: AccessCheck = { kind: "keyRejected", reason: "The key has expired." };
export const teamRejected: AccessCheck = { kind: "teamRejected", reason: "No such team." };
export const undecided: AccessCheck = {
  kind: "undecided",
  reason: "Nobody there.",
  error: new Error("Nobody there."),
};
export const cancelled: AccessCheck = { kind: "cancelled" };

/** Goes through the questions of a flow; the service answers each check as the list says. */
export async function ask(
  script: ScriptedPrompts,
  answers: readonly AccessCheck[],
  given: Partial<Omit<SignInQuestions, "check">> & { team?: string } = {},
) {
  const { team = "", ...rest } = given;
  const draft: SignInDraft = { team };
  const checked: { key: string | undefined; team: string }[] = [];
  const left = [...answers];
  const steps = signInSteps(script, draft, {
    purpose: "signIn",
    recentTeams: [],
    keyPage: "https://hub.supermetrics.com/api-key-management",
    check: async ({ key: given_, team: teamId }) => {
      checked.push({ key: given_, team: teamId });
      const answer = left.shift();
      if (!answer) {
        throw new Error("Nothing more was to be checked");
      }
      return answer;
    },
    ...rest,
  });
  const isThrough = await runSteps(steps);
  return { isThrough, draft, checked };
}
