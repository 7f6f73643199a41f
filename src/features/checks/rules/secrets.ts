import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../../platform/json/places";
import { type Report, reportRepeated } from "../finding";
import { valueAt, itemsOf, stringOf } from "../../../platform/json/parsedValue";

/** A secret that the service has for the connector. */
export interface RegisteredSecret {
  readonly name: string;
  readonly placeholder: string;
}

/** The secrets that the service has for the connector. */
export interface RegisteredSecrets {
  readonly secrets: readonly RegisteredSecret[];
  /** How many there are; the API lists 100 of them at most. */
  readonly total: number;
}

/** An entry of the configuration's `secrets.items`. */
export interface DeclaredSecret {
  readonly id: string | undefined;
  readonly path: JsonPath;
  readonly item: unknown;
}

const itemsPath = ["secrets", "items"];

/**
 * The entries of `secrets.items`.
 * @param configuration what `JSON.parse` makes of it; one of another form has none
 */
export function declaredSecrets(configuration: unknown): readonly DeclaredSecret[] {
  return itemsOf(valueAt(configuration, ...itemsPath)).map((item, index) => ({
    id: stringOf(valueAt(item, "id")),
    path: [...itemsPath, index],
    item,
  }));
}

/**
 * Checks declared secrets for IDs that stand twice and values in plain text; https://docs.supermetrics.com/docs/secrets.
 * @param declared all entries of `secrets.items`
 */
export function checkSecrets(declared: readonly DeclaredSecret[], report: Report): void {
  const known = new Map<string, JsonPath>();
  for (const { id, path, item } of declared) {
    const idPath = [...path, "id"];
    const earlier = id === undefined ? undefined : known.get(id);
    if (id !== undefined && earlier) {
      const text = () => l10n.t('Duplicate secret ID "{0}".', id);
      const places = { path: idPath, first: earlier };
      reportRepeated(report, { code: "repeatedSecret", id, ...places, known, text });
    } else if (id !== undefined) {
      known.set(id, idPath);
    }
    const value = stringOf(valueAt(item, "value"));
    const isStatic = valueAt(item, "source") === "static" && !value?.includes("{{");
    if (valueAt(item, "classification") === "secret" && isStatic) {
      const text = l10n.t(
        'Secrets with the classification "secret" can\'t be static because the value is stored in plain text.',
      );
      report({
        code: "secretInPlainText",
        path: [...path, "source"],
        text,
        ...(id && { secret: { name: id, ...(value && { value }) } }),
      });
    }
  }
}

/**
 * Compares what is declared with what the service has. Whether a declaration has a secret's name or its placeholder is
 * not documented, so either counts. Of a list that is cut nobody knows what it lacks.
 */
export function checkRegistered(
  declared: readonly DeclaredSecret[],
  { secrets, total }: RegisteredSecrets,
  report: Report,
): void {
  const names = new Set(secrets.flatMap(({ name, placeholder }) => [name, placeholder]));
  const isWhole = secrets.length >= total;
  for (const { id, path, item } of declared) {
    const source = valueAt(item, "source");
    const value = stringOf(valueAt(item, "value"));
    const isAsked = source !== "userInput" && source !== "static";
    if (isWhole && isAsked && id && !names.has(id) && !(value !== undefined && names.has(value))) {
      report({
        code: "secretNotRegistered",
        path: [...path, "id"],
        text: l10n.t(
          'Secret "{0}" isn\'t registered for this connector. Queries that need it fail with an authentication error.',
          id,
        ),
        secret: { name: id },
      });
    }
  }
}
