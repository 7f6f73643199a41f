import * as l10n from "@vscode/l10n";
import type { AccessCheck } from "./accessCheck";
import { parseKey } from "./apiKeyVault";
import type { RememberedTeam } from "./rememberedTeams";
import type { Prompts, Remark } from "../../platform/flow/prompts";
import { keyProblemText } from "./settingProblems";
import type { Step, StepResult } from "../../platform/flow/steps";
import { parseTeamId } from "./teamId";
import { teamSteps } from "./teamSteps";

/** What is being asked for: key and team to sign in, or one of the two to change it. */
export type SignInPurpose = "signIn" | "replaceApiKey" | "selectTeam";

/** Filled by the steps. The key lives here only while the flow runs, and is never shown again. */
export interface SignInDraft {
  /** Undefined means the key that is stored already. */
  key?: string | undefined;
  /** As typed. */
  team: string;
  check?: AccessCheck | undefined;
}

/** What the questions of a sign-in need. */
export interface SignInQuestions {
  readonly purpose: SignInPurpose;
  readonly recentTeams: readonly RememberedTeam[];
  /** Page of Supermetrics Hub where keys are made. */
  readonly keyPage: string;
  /** Asks the API about the draft. */
  readonly check: (draft: SignInDraft, signal: AbortSignal) => Promise<AccessCheck>;
}

/** The questions of Sign In, Replace API Key and Select Team: key, team, and what to do when neither is decided. */
export function signInSteps(
  prompts: Prompts,
  draft: SignInDraft,
  questions: SignInQuestions,
): readonly Step[] {
  const title = flowTitle(questions.purpose);
  const rejected = (kind: AccessCheck["kind"]): Remark | undefined =>
    draft.check?.kind === kind && "reason" in draft.check
      ? { severity: "error", text: draft.check.reason }
      : undefined;
  const asksTeam = () =>
    questions.purpose !== "replaceApiKey" ||
    rejected("teamRejected") !== undefined ||
    !("teamId" in parseTeamId(draft.team));

  const key: Step = {
    applies: () =>
      questions.purpose !== "selectTeam" ||
      draft.key !== undefined ||
      rejected("keyRejected") !== undefined,
    ask: (position) => {
      let typed = "";
      const accept = async (signal: AbortSignal): Promise<StepResult | Step | Remark> => {
        const parsed = parseKey(typed);
        draft.key = "key" in parsed ? parsed.key : draft.key;
        draft.check = undefined;
        return asksTeam() ? "next" : decide(signal);
      };
      return prompts.text({
        title,
        position,
        prompt: l10n.t("API key"),
        placeholder: draft.key ? l10n.t("Leave empty to keep the key you entered") : "api_…",
        value: "",
        isSecret: true,
        firstRemark: rejected("keyRejected"),
        remark: (text) => (draft.key && !text ? undefined : keyRemark(text)),
        onInput: (text) => (typed = text),
        help: {
          label: l10n.t("Open API Keys in Supermetrics Hub"),
          url: questions.keyPage,
        },
        accept,
      });
    },
  };

  const decide = async (signal: AbortSignal): Promise<StepResult | Step> => {
    draft.check = await questions.check(draft, signal);
    switch (draft.check.kind) {
      case "keyRejected":
        draft.key = undefined;
        return key;
      case "teamRejected":
        return team.typed;
      case "cancelled":
        return "cancel";
      case "ok":
      case "undecided":
        return "next";
    }
  };

  const team = teamSteps(prompts, draft, {
    title,
    recent: questions.recentTeams,
    applies: asksTeam,
    rejection: () => rejected("teamRejected"),
    decide,
  });

  const undecided: Step = {
    applies: () => draft.check?.kind === "undecided",
    ask: (position) =>
      prompts.pick<"again" | "store">({
        title,
        position,
        placeholder: l10n.t("Couldn't check the API key"),
        items: [
          {
            label: l10n.t("Retry"),
            detail: draft.check?.kind === "undecided" ? draft.check.reason : "",
            icon: "refresh",
            value: "again",
          },
          {
            label: l10n.t("Save API key anyway"),
            detail: l10n.t("For example, if the key can create connectors but can't list them"),
            icon: "key",
            value: "store",
          },
        ],
        accept: async (choice, signal) => {
          if (choice === "store") {
            return "next";
          }
          const result = await decide(signal);
          return draft.check?.kind === "undecided" ? undecided : result;
        },
      }),
  };

  return [key, team.recent, team.typed, undecided];
}

function flowTitle(purpose: SignInPurpose): string {
  switch (purpose) {
    case "signIn":
      return l10n.t("Sign In to Supermetrics");
    case "replaceApiKey":
      return l10n.t("Replace API Key");
    case "selectTeam":
      return l10n.t("Select Team");
  }
}

function keyRemark(text: string): Remark | undefined {
  const parsed = parseKey(text);
  if ("problem" in parsed) {
    return { severity: "error", text: keyProblemText(parsed.problem) };
  }
  return parsed.unusual
    ? {
        severity: "warning",
        text: l10n.t('API keys usually start with "api_" and have at least 60 characters.'),
      }
    : undefined;
}
