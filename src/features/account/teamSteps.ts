import * as l10n from "@vscode/l10n";
import type { RememberedTeam } from "./rememberedTeams";
import type { Prompts, Remark } from "../../platform/flow/prompts";
import { teamIdProblemText } from "./settingProblems";
import type { SignInDraft } from "./signInSteps";
import type { Step, StepResult } from "../../platform/flow/steps";
import { parseTeamId } from "./teamId";

interface TeamQuestions {
  readonly title: string;
  readonly recent: readonly RememberedTeam[];
  readonly applies: () => boolean;
  /** Why the API did not accept the team that was given last. */
  readonly rejection: () => Remark | undefined;
  /** Asks the API, and says where the flow goes on. */
  readonly decide: (signal: AbortSignal) => Promise<StepResult | Step>;
}

/** A pick among recent teams, where there are any, and the box to type another one. */
export function teamSteps(
  prompts: Prompts,
  draft: SignInDraft,
  { title, recent, applies, rejection, decide }: TeamQuestions,
): { readonly recent: Step; readonly typed: Step } {
  let isTyping = recent.length === 0;

  const typed: Step = {
    applies: () => applies() && isTyping,
    ask: (position) =>
      prompts.text({
        title,
        position,
        prompt: l10n.t("Numeric team ID (the team_id value in a Supermetrics Hub URL)"),
        placeholder: "1234567",
        value: draft.team,
        firstRemark: rejection(),
        remark: teamRemark,
        onInput: (text) => (draft.team = text),
        accept: async (signal) => {
          const next = await decide(signal);
          return next === typed ? (rejection() ?? next) : next;
        },
      }),
  };

  const pick: Step = {
    applies: () => applies() && recent.length > 0,
    ask: (position) =>
      prompts.pick<RememberedTeam | undefined>({
        title,
        position,
        placeholder: l10n.t("Select a team"),
        items: [
          ...recent.map((team) => ({
            label: team.name ?? team.teamId,
            description: team.name && team.teamId,
            icon: "organization",
            value: team,
          })),
          { label: l10n.t("Enter a team ID…"), icon: "edit", alwaysShow: true, value: undefined },
        ],
        isActive: (team) => team?.teamId === draft.team,
        accept: (team, signal) => {
          isTyping = team === undefined;
          if (!team) {
            return typed;
          }
          draft.team = team.teamId;
          return decide(signal);
        },
      }),
  };

  return { recent: pick, typed };
}

function teamRemark(text: string): Remark | undefined {
  const parsed = parseTeamId(text);
  return "problem" in parsed
    ? { severity: "error", text: teamIdProblemText(parsed.problem) }
    : undefined;
}
