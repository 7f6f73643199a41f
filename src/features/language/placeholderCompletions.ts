import * as l10n from "@vscode/l10n";
import type { Place } from "../../platform/json/scan";
import type { RegisteredSecrets } from "../checks/rules/secrets";
import { secretsPrefix } from "../checks/secretReferences";
import { placeholderAt } from "./placeholderAt";
import { documentedPlaceholders } from "./placeholders";

/** A placeholder that can be put where the cursor is. */
export interface PlaceholderCompletion {
  readonly name: string;
  /** What it gives, in words for the person. */
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
 */
export function placeholderCompletions(
  text: string,
  offset: number,
  secrets: RegisteredSecrets | undefined,
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
  if (!secrets) {
    const gives = l10n.t("Load this connector's secrets");
    const unknown = {
      name: secretsPrefix,
      gives,
      text: `${space ? "" : " "}${secretsPrefix}`,
      replaced,
      kind: "secretsUnknown" as const,
    };
    return [...documented, unknown];
  }
  const registered = secrets.secrets
    .slice(0, mostSecrets)
    // No reference could be told from the rest.
    .filter(({ placeholder }) => !/[{}\s]/.test(placeholder))
    .map(({ name: own, placeholder }) => {
      const name = secretsPrefix + placeholder;
      return {
        name,
        gives: l10n.t('Secret "{0}"', own),
        text: JSON.stringify(`${space ? "" : " "}${name}${space || " "}}}`).slice(1, -1),
        replaced,
        kind: "secret" as const,
      };
    });
  return [...documented, ...registered];
}
