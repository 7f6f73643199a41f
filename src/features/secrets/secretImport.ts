import * as l10n from "@vscode/l10n";
import type { Secret } from "./secretsApi";
import { parseDotenv } from "./dotenv";
import { codePoints } from "../connectors/fieldLimits";
import { plainText } from "../../platform/words/plainText";
import type { PickItem, Prompts } from "../../platform/flow/prompts";
import { secretNameRemark, secretValueRemark } from "./secretLimits";
import { onlyStep } from "../../platform/flow/steps";

/** A variable of an `.env` file that can become a secret, or the value of one that there is. */
export interface SecretCandidate {
  readonly name: string;
  readonly value: string;
  readonly replaces?: Secret | undefined;
}

export interface FoundSecrets {
  readonly candidates: readonly SecretCandidate[];
  /** Names of the variables that the service would refuse: what is empty or too long. */
  readonly unfit: readonly string[];
}

/** @param secrets the connector's, as far as they are known */
export function findSecrets(text: string, secrets: readonly Secret[]): FoundSecrets {
  const all = [...parseDotenv(text)];
  // Of a name that comes again, the first counts.
  const byName = new Map(secrets.toReversed().map((secret) => [secret.name, secret]));
  const candidates = all
    .filter(isFit)
    .map(([name, value]) => ({ name, value, replaces: byName.get(name) }));
  return { candidates, unfit: all.filter((one) => !isFit(one)).map(([name]) => name) };
}

function isFit([name, value]: readonly [string, string]): boolean {
  return [secretNameRemark(name, []), secretValueRemark(value)].every(
    (remark) => remark?.severity !== "error",
  );
}

/** Asks which of them to register; none when the person cancels. No value is shown. */
export async function chooseSecrets(
  prompts: Prompts,
  title: string,
  { candidates, unfit }: FoundSecrets,
): Promise<readonly SecretCandidate[]> {
  let chosen: readonly SecretCandidate[] = [];
  await prompts.pickMany<SecretCandidate>({
    title,
    position: onlyStep,
    placeholder: [
      candidates.length > 0
        ? l10n.t("Select secrets to register (values are hidden)")
        : l10n.t("No variables in this file can be registered as secrets"),
      unfit.length > 0 ? l10n.t("empty or too long: {0}", plainText(unfit.join(", "), 100)) : "",
    ]
      .filter(Boolean)
      .join("; "),
    items: candidates.map(itemOf),
    // To replace a value cannot be undone: that is for the person to pick.
    isPicked: ({ replaces }) => !replaces,
    accept: (picked) => {
      chosen = picked;
      return "next";
    },
  });
  return chosen;
}

function itemOf(candidate: SecretCandidate): PickItem<SecretCandidate> {
  const { name, value, replaces } = candidate;
  const count = codePoints(value);
  const length = count === 1 ? l10n.t("1 character") : l10n.t("{0} characters", count);
  const replacing = replaces && l10n.t("replaces the value of {0}", replaces.placeholder);
  return {
    label: name,
    description: [length, replacing].filter(Boolean).join(" · "),
    value: candidate,
  };
}

/** Whether a file is called as files with variables are, e.g. `.env`, `.env.local` or `prod.env`. */
export function isDotenvName(name: string): boolean {
  // As in package.json: no code, e.g. `.env.d.ts`.
  return /\.env$|^\.env\.(?!(.*\.)?([cm]?[jt]sx?|md)$)/.test(name);
}
