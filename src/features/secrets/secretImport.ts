import * as l10n from "@vscode/l10n";
import type { Secret } from "./secretsApi";
import { parseDotenv } from "./dotenv";
import { doubtText, type DotenvDoubt } from "./dotenvDoubts";
import { codePoints } from "../connectors/fieldLimits";
import type { PickItem } from "../../platform/flow/prompts";
import { secretNameRemark, secretValueRemark } from "./secretLimits";

/** A variable of an `.env` file that can become a secret, or the value of one that there is. */
export interface SecretCandidate {
  readonly name: string;
  readonly value: string;
  readonly replaces?: Secret | undefined;
  /** Why the value may be another one than whoever wrote the file has in mind. */
  readonly doubt?: DotenvDoubt | undefined;
  /** Whether the configuration refers to a secret of this name. */
  readonly isUsed: boolean;
}

/** What an `.env` file has for secrets. */
export interface FoundSecrets {
  readonly candidates: readonly SecretCandidate[];
  /** Names of the variables that the service would refuse: what is empty or too long. */
  readonly unfit: readonly string[];
  /** Names of the variables that are a key without its end. */
  readonly incomplete: readonly string[];
}

/**
 * Finds the variables of an `.env` file that can become secrets.
 * @param text of the file
 * @param secrets the connector's, as far as they are known
 * @param isUsed whether the configuration uses a secret of that name
 */
export function findSecrets(
  text: string,
  secrets: readonly Secret[],
  isUsed: (name: string) => boolean,
): FoundSecrets {
  const all = [...parseDotenv(text).values()];
  // Of a name that comes again, the first counts.
  const byName = new Map(secrets.toReversed().map((secret) => [secret.name, secret]));
  const complete = all.filter(({ doubt }) => doubt !== "noEnd");
  const candidates = complete.filter(isFit).map((one): SecretCandidate => ({
    ...one,
    replaces: byName.get(one.name),
    isUsed: isUsed(one.name),
  }));
  const namesOf = (variables: typeof all) => variables.map(({ name }) => name);
  return {
    candidates,
    unfit: namesOf(complete.filter((one) => !isFit(one))),
    incomplete: namesOf(all.filter(({ doubt }) => doubt === "noEnd")),
  };
}

function isFit({ name, value }: Pick<SecretCandidate, "name" | "value">): boolean {
  return [secretNameRemark(name, []), secretValueRemark(value)].every(
    (remark) => remark?.severity !== "error",
  );
}

/** Whether it is selected at first: a value that is replaced is lost, and one in doubt is for the person to look at. */
export function isSelectedAtFirst({ replaces, doubt, isUsed }: SecretCandidate): boolean {
  return isUsed && !replaces && !doubt;
}

/** A candidate in a list, which shows how long its value is; where it is in doubt, also its form, and nothing of it. */
export function candidateItem(candidate: SecretCandidate): PickItem<SecretCandidate> {
  const { name, value, replaces, doubt } = candidate;
  const count = codePoints(value);
  const length = count === 1 ? l10n.t("1 character") : l10n.t("{0} characters", count);
  const lineCount = value.split("\n").length;
  const lines = lineCount > 1 && l10n.t("{0} lines", lineCount);
  const replacing = replaces && l10n.t("replaces the value of {0}", replaces.placeholder);
  return {
    label: name,
    description: [length, lines, replacing].filter(Boolean).join(" · "),
    ...(doubt && { detail: `${doubtText(doubt)} ${maskedForm(value)}` }),
    value: candidate,
  };
}

/** How many of a value's lines are shown, and how much of each. */
const shownLines = 3;
const shownLength = 40;

/** What shows where a value begins and ends, and tells nothing of it. */
const structure = /["'`{}[\]:,\\\s-]/;

/** The first lines of a value: quotes, brackets, spaces and the like as they are, all else as a dot. */
function maskedForm(value: string): string {
  const lines = value.split("\n", shownLines + 1);
  const shown = lines.slice(0, shownLines).map((line) => {
    const points = Array.from(line.slice(0, 2 * shownLength));
    const masked = points.slice(0, shownLength).map((one) => (structure.test(one) ? one : "•"));
    return masked.join("") + (line.length > shownLength ? "…" : "");
  });
  return [...shown, ...(lines.length > shownLines ? ["…"] : [])].join(" ⏎ ");
}

/** Whether a file is called as files with variables are, e.g. `.env`, `.env.local` or `prod.env`. */
export function isDotenvName(name: string): boolean {
  // As in package.json: no code, e.g. `.env.d.ts`.
  return /\.env$|^\.env\.(?!(.*\.)?([cm]?[jt]sx?|md)$)/.test(name);
}
