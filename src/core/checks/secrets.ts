import * as l10n from "@vscode/l10n";
import type { Secret } from "../../api/secrets";
import type { JsonPath } from "../jsonPlaces";
import { at, itemsOf, textOf, type Report } from "./finding";

interface Declared {
  readonly id: string | undefined;
  readonly path: JsonPath;
  readonly item: unknown;
}

const itemsPath = ["secrets", "items"];

export function declaredSecrets(configuration: unknown): readonly Declared[] {
  return itemsOf(at(configuration, ...itemsPath)).map((item, index) => ({
    id: textOf(at(item, "id")),
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
      report({
        code: "repeatedSecret",
        path: idPath,
        text: l10n.t("Another secret has the “id” {0}.", id),
        related: { path: earlier, text: l10n.t("It stands here first") },
      });
    } else if (id !== undefined) {
      known.set(id, idPath);
    }
    if (at(item, "classification") === "secret" && at(item, "source") === "static") {
      const text = l10n.t(
        "A secret of the classification “secret” must not be static: its value stands here in plain text.",
      );
      const value = textOf(at(item, "value"));
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
 * is not documented, so either of its two names counts, anywhere.
 * @param text of the configuration
 */
export function checkRegistered(
  declared: readonly Declared[],
  registered: readonly Secret[],
  text: string,
  report: Report,
): void {
  const names = new Set(registered.flatMap(({ name, placeholder }) => [name, placeholder]));
  for (const { id, path, item } of declared) {
    const source = at(item, "source");
    const value = textOf(at(item, "value"));
    const isAsked = source !== "userInput" && source !== "static";
    if (isAsked && id && !names.has(id) && !(value !== undefined && names.has(value))) {
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
  for (const { name, placeholder } of registered) {
    if (!text.includes(placeholder) && !text.includes(JSON.stringify(name).slice(1, -1))) {
      report({
        code: "secretNotUsed",
        path: ["secrets"],
        isAboutKey: true,
        text: l10n.t(
          "The secret “{0}” is registered for the connector, but neither its name nor its placeholder stands here.",
          name,
        ),
      });
    }
  }
}
