import * as l10n from "@vscode/l10n";
import { isRefusal } from "../../platform/http/errors";
import type { Secret } from "./secretsApi";
import type { Prompts, Remark } from "../../platform/flow/prompts";
import type { FailedChange, SecretChange } from "./secretChanges";
import { nameTaken, secretNameRemark, secretValueRemark } from "./secretLimits";
import type { Step } from "../../platform/flow/steps";
import { userMessageFor } from "../../platform/words/userMessage";

/** What is typed for a secret. It lives as long as its questions: the value is kept nowhere else. */
export interface SecretDraft {
  name: string;
  value: string;
  /** Why the name was refused that was given before. */
  refusal?: Remark | undefined;
  /** The change that was sent last, or is on its way. */
  change?: Promise<SecretChange>;
}

/** What the questions for a secret need. */
export interface SecretQuestions {
  readonly title: string;
  /** The connector's secrets, as far as they are known. */
  readonly taken: readonly Secret[];
  readonly send: (
    secret: { readonly name: string; readonly value: string },
    signal: AbortSignal,
  ) => Promise<SecretChange>;
  /** Says why a change was not made, or is not known to be, with what the box has no buttons for. */
  readonly failed: (change: FailedChange) => void;
}

/** The questions of Register Secret: name and value. The value is sent while its box is open. */
export function registerSteps(
  prompts: Prompts,
  draft: SecretDraft,
  questions: SecretQuestions,
): readonly Step[] {
  const name: Step = {
    ask: (position) =>
      prompts.text({
        title: questions.title,
        position,
        prompt: l10n.t("Secret name (can't be changed later)"),
        placeholder: l10n.t("For example: client_secret"),
        value: draft.name,
        firstRemark: draft.refusal,
        remark: (typed) => secretNameRemark(typed, questions.taken),
        onInput: (typed) => {
          draft.refusal = typed === draft.name ? draft.refusal : undefined;
          draft.name = typed;
        },
      }),
  };
  return [name, valueStep(prompts, draft, questions, name)];
}

/**
 * Asks for the value, and sends it while the box is open.
 * @param name the question to go back to where the name turns out to be taken
 */
export function valueStep(
  prompts: Prompts,
  draft: SecretDraft,
  { title, send, failed }: SecretQuestions,
  name?: Step,
): Step {
  return {
    ask: (position) =>
      prompts.text({
        title,
        position,
        prompt: l10n.t('Value for "{0}". You won\'t be able to view it later.', draft.name.trim()),
        value: draft.value,
        isSecret: true,
        clipboard: l10n.t("Paste from Clipboard"),
        remark: secretValueRemark,
        onInput: (typed) => (draft.value = typed),
        accept: async (signal) => {
          draft.change = send({ name: draft.name.trim(), value: draft.value }, signal);
          const change = await draft.change;
          if (change.kind === "done") {
            return "next";
          }
          if (name && isTaken(change.error)) {
            draft.refusal = nameTaken(draft.name.trim());
            return name;
          }
          failed(change);
          return { severity: "error", text: wordsFor(change) };
        },
      }),
  };
}

function isTaken(error: unknown): boolean {
  return isRefusal(error, 409);
}

/** In the box, which stays open: Enter sends it again. */
function wordsFor({ kind, error }: FailedChange): string {
  const failed = kind === "unknown" ? l10n.t("Couldn't confirm the change.") : "";
  return userMessageFor(error, { failed, right: "cb_secrets_write" }, Date.now()).text;
}
