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

interface Declared {
  readonly id: string | undefined;
  readonly path: JsonPath;
  readonly item: unknown;
}

const itemsPath = ["secrets", "items"];

export function declaredSecrets(configuration: unknown): readonly Declared[] {
  return itemsOf(valueAt(configuration, ...itemsPath)).map((item, index) => ({
    id: stringOf(valueAt(item, "id")),
    path: [...itemsPath, index],
    item,
  }));
}

export function checkSecrets(declared: readonly Declared[], report: Report): void {
  const known = new Map<string, JsonPath>();
  for (const { id, path, item } of declared) {
    const idPath = [...path, "id"];
    const earlier = id === undefined ? undefined : known.get(id);
    if (id !== undefined && earlier) {
      const text = () => l10n.t("Another secret has the “id” {0}.", id);
      const places = { path: idPath, first: earlier };
      reportRepeated(report, { code: "repeatedSecret", id, ...places, known, text });
    } else if (id !== undefined) {
      known.set(id, idPath);
    }
    const isPlain = !stringOf(valueAt(item, "value"))?.includes("{{");
    const isStatic = valueAt(item, "source") === "static" && isPlain;
    if (valueAt(item, "classification") === "secret" && isStatic) {
      const text = l10n.t(
        "A secret of the classification “secret” must not be static: its value stands here in plain text.",
      );
      const value = stringOf(valueAt(item, "value"));
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
 * Compares what is declared with what the service has. How a configuration refers to a registered secret
 * is not documented, so either of its two names counts, anywhere. Of a list that is cut nobody knows what it
 * lacks.
 * @param text of the configuration
 */
export function checkRegistered(
  declared: readonly Declared[],
  { secrets, total }: RegisteredSecrets,
  text: string,
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
          "No secret “{0}” is registered for the connector: queries would fail as if the sign-in had failed. It may be wrong, for it is not documented whether a secret is known by its name or its placeholder.",
          id,
        ),
        secret: { name: id },
      });
    }
  }
  for (const { name } of unusedIn(text, secrets)) {
    report({
      code: "secretNotUsed",
      path: ["secrets"],
      isAboutKey: true,
      text: l10n.t(
        "The secret “{0}” is registered for the connector, but neither its name nor its placeholder stands here. It may be wrong, for it is not documented how a configuration refers to a secret.",
        name,
      ),
    });
  }
}

/** The most that the API lists, and the longest name that it takes: more would make a long search. */
const mostSecrets = 100;
const longestName = 255;

/** In one pass for all of them, since texts are long and secrets many. Names may overlap, or contain another. */
function unusedIn(text: string, secrets: readonly RegisteredSecret[]): readonly RegisteredSecret[] {
  let unused = secrets
    .slice(0, mostSecrets)
    .filter((secret) => wordsOf(secret).every(({ length }) => length <= longestName));
  let offset = 0;
  while (unused.length > 0) {
    const words = unused
      .flatMap(wordsOf)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    const pattern = new RegExp(words.join("|"), "g");
    pattern.lastIndex = offset;
    const found = pattern.exec(text);
    if (!found) {
      break;
    }
    const { index } = found;
    const standsThere = (word: string) => text.startsWith(word, index);
    unused = unused.filter((secret) => !wordsOf(secret).some(standsThere));
    offset = index;
  }
  return unused;
}

/** How a secret may stand in a text. */
function wordsOf({ name, placeholder }: RegisteredSecret): readonly string[] {
  return [placeholder, JSON.stringify(name).slice(1, -1)];
}
