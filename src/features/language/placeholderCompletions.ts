import * as l10n from "@vscode/l10n";
import type { Place } from "../../platform/json/scan";
import type { RegisteredSecrets } from "../checks/rules/secrets";
import { secretsPrefix } from "../checks/secretReferences";
import { placeholderAt } from "./placeholderAt";
import { documentedPlaceholders } from "./placeholders";

/** A placeholder that can be put where the cursor is. */
export interface PlaceholderCompletion {
  readonly name: string;
  /** What it gives, worded for the person. */
  readonly gives: string;
  /** Text to put in the place of `replaced`, escaped for a JSON string. */
  readonly text: string;
  readonly replaced: Place;
  readonly kind: "documented" | "secret" | "secretsUnknown";
}

/** The API lists no more of them: https://docs.supermetrics.com, operation "list secrets". */
const mostSecrets = 100;

/**
 * The placeholders that can stand at a position: within `{{` only.
 * @param text of a configuration; need not be JSON
 * @param secrets the connector's secrets; undefined while they are not known
 * @param declared gives the IDs of the secrets that the configuration declares
 */
export function placeholderCompletions(
  text: string,
  offset: number,
  secrets: RegisteredSecrets | undefined,
  declared: () => readonly string[] = () => [],
): readonly PlaceholderCompletion[] {
  const at = placeholderAt(text, offset);
  if (!at) {
    return [];
  }
  const { place: replaced, space } = at;
  const documented = documentedPlaceholders().map(({ name, gives }) => ({
    name,
    gives,
    text: `${name}${space}}}`,
    replaced,
    kind: "documented" as const,
  }));
  const referenceTo = (secret: string, gives: string) => {
    const name = secretsPrefix + secret;
    const json = JSON.stringify(`${space ? "" : " "}${name}${space || " "}}}`);
    return { name, gives, text: json.slice(1, -1), replaced, kind: "secret" as const };
  };
  const known = new Set(secrets?.secrets.flatMap(({ name, placeholder }) => [name, placeholder]));
  const own = declared()
    .filter((id) => isReferable(id) && !known.has(id))
    .slice(0, mostSecrets)
    .map((id) => referenceTo(id, l10n.t("Secret that this configuration declares")));
  if (!secrets) {
    const gives = l10n.t("Load this connector's secrets");
    const unknown = {
      name: secretsPrefix,
      gives,
      text: `${space ? "" : " "}${secretsPrefix}`,
      replaced,
      kind: "secretsUnknown" as const,
    };
    return [...documented, ...own, unknown];
  }
  const registered = secrets.secrets
    .slice(0, mostSecrets)
    .filter(({ placeholder }) => isReferable(placeholder))
    .map(({ name, placeholder }) => referenceTo(placeholder, l10n.t('Secret "{0}"', name)));
  return [...documented, ...registered, ...own];
}

/** With braces or white space in it no reference could be told from the rest. */
function isReferable(secret: string): boolean {
  return !/[{}\s]/.test(secret);
}
