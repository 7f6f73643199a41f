import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../../platform/json/places";
import { valueAt } from "../../../platform/json/parsedValue";
import type { Fix, Report } from "../finding";
import { referredSecret, secretReference, secretsPrefix } from "../secretReferences";
import type { DeclaredSecret, RegisteredSecret, RegisteredSecrets } from "./secrets";

/** The most that the API lists, and the longest placeholder that it gives: more would make a long search. */
const mostSecrets = 100;
const longestPlaceholder = 100;

/** How many references are offered instead of one that leads nowhere; few enough for a menu. */
const mostOffered = 5;

/** "Bearer", "Basic" and the like. */
const longestScheme = 20;

/** Longer texts would be copied for each of their references. */
const longestMended = 10_000;

/**
 * What the service's placeholders look like; the API gives an example and no pattern. With a digit, so that no word
 * in prose is taken for one.
 */
const serverMade = "sec_(?=[a-z]*\\d)[0-9a-z]{6,}";

/** Members in which nothing is replaced: texts for people, and names. */
const neverReplaced = new Set<unknown>(["description", "title", "label", "message", "id", "name"]);

/** A placeholder that stands in a text without `{{ secrets.… }}` around it; with its braces where it has some. */
interface BarePlaceholder {
  readonly placeholder: string;
  readonly start: number;
  readonly end: number;
}

/** Which secrets a configuration refers to, found while its texts are visited. */
export class SecretUses {
  private readonly registered: readonly RegisteredSecret[];
  private readonly placeholders: ReadonlySet<string>;
  private readonly declaredIds: ReadonlySet<string>;
  private readonly pattern: RegExp;
  private readonly hasBare: boolean;
  private readonly used: Set<string>;
  /** Of a list that is cut nobody knows what it lacks. */
  private readonly isWhole: boolean;

  /**
   * @param known the connector's secrets; undefined while they are not known
   * @param json text of the configuration
   */
  constructor(
    known: RegisteredSecrets | undefined,
    declared: readonly DeclaredSecret[],
    json: string,
  ) {
    this.registered = (known?.secrets ?? [])
      .slice(0, mostSecrets)
      .filter(({ placeholder }) => placeholder && placeholder.length <= longestPlaceholder);
    this.isWhole = known !== undefined && known.secrets.length >= known.total;
    this.placeholders = new Set(this.registered.map(({ placeholder }) => placeholder));
    this.declaredIds = new Set(declared.flatMap(({ id }) => id ?? []));
    this.used = new Set(
      declared.flatMap(({ id, item }) => [id, valueAt(item, "value")].map(String)),
    );
    this.pattern = patternOf([...this.placeholders]);
    // Nearly always there is none, and no text has to be looked at.
    this.hasBare = this.bareIn(json).length > 0;
  }

  /** Whether a text is nothing but a placeholder, perhaps behind a scheme: no credential that is written out. */
  isBare(text: string): boolean {
    const [first] = this.hasBare ? this.bareIn(text) : [];
    return (
      first !== undefined &&
      first.end === text.length &&
      first.start <= longestScheme &&
      /^(?:\w+ )?$/.test(text.slice(0, first.start))
    );
  }

  /** Checks a text for placeholders that refer to nothing as they stand. @param path is copied where it is kept */
  checkBare(text: string, path: JsonPath, report: Report): void {
    if (!this.hasBare || path[0] === "secrets" || neverReplaced.has(path.at(-1))) {
      return;
    }
    const found = this.bareIn(text);
    const [first] = found;
    if (!first) {
      return;
    }
    found.forEach(({ placeholder }) => this.used.add(placeholder));
    if (report.wants("bareSecretPlaceholder")) {
      const place = path.slice();
      const reference = secretReference(first.placeholder);
      const title = l10n.t('Change to "{0}"', reference);
      report({
        code: "bareSecretPlaceholder",
        path: place,
        text: l10n.t(
          'Placeholder "{0}" is sent as plain text. To use the secret, write "{1}".',
          first.placeholder,
          reference,
        ),
        fixes: [{ title, path: place, json: JSON.stringify(withReferences(text, found)) }],
      });
    }
  }

  /**
   * Checks what a placeholder refers to.
   * @param name what stands between its braces
   * @param text that it stands in
   * @param path is copied where it is kept
   */
  checkReference(name: string, text: string, path: JsonPath, report: Report): void {
    const secret = referredSecret(name);
    if (secret === undefined) {
      return;
    }
    this.used.add(secret);
    const isKnown = this.placeholders.has(secret) || this.declaredIds.has(secret);
    if (!this.isWhole || isKnown || !report.wants("unknownSecretReference")) {
      return;
    }
    const named = this.registered.filter((one) => one.name === secret);
    const change = ({ name: own, placeholder }: RegisteredSecret): Fix => ({
      title: l10n.t('Use the secret "{0}"', own),
      path: place,
      json: JSON.stringify(
        text.replaceAll(referenceTo(secret), () => secretReference(placeholder)),
      ),
    });
    const place = path.slice();
    const offered = named.length > 0 ? named : this.registered.slice(0, mostOffered);
    const meant = named[0] && secretReference(named[0].placeholder);
    report({
      code: "unknownSecretReference",
      path: place,
      text: meant
        ? l10n.t('Use the secret\'s placeholder, not its name: "{0}".', meant)
        : l10n.t('This connector has no secret with the placeholder "{0}".', secret),
      fixes: text.length <= longestMended ? offered.map(change) : [],
      // What looks made by the service is no name that anybody would give.
      ...(!meant && { secret: { name: new RegExp(`^${serverMade}$`).test(secret) ? "" : secret } }),
    });
  }

  /** Reports the registered secrets that nothing refers to, when all texts were visited. */
  checkUnused(report: Report): void {
    for (const { name, placeholder } of this.registered) {
      if (!this.used.has(placeholder) && !this.used.has(name)) {
        report({
          code: "secretNotUsed",
          path: ["secrets"],
          isAboutKey: true,
          text: l10n.t(
            'The secret "{0}" is registered but never used as "{1}".',
            name,
            secretReference(placeholder),
          ),
          secret: { name, placeholder },
        });
      }
    }
  }

  private bareIn(text: string): readonly BarePlaceholder[] {
    const found: BarePlaceholder[] = [];
    for (const { 0: placeholder, index } of text.matchAll(this.pattern)) {
      const end = index + placeholder.length;
      const isPartOfWord = isWord(text, index - 1) || isWord(text, end);
      if (!isPartOfWord && !text.startsWith(secretsPrefix, index - secretsPrefix.length)) {
        found.push({ placeholder, ...withBraces(text, index, end) });
      }
    }
    return found;
  }
}

/** Plain words, the longest first: the engine finds any of them in one pass. */
function patternOf(placeholders: readonly string[]): RegExp {
  const patterns = placeholders
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp([...patterns, serverMade].join("|"), "g");
}

function isWord(text: string, index: number): boolean {
  return /^\w$/.test(text.charAt(index));
}

/** White space beyond this is none that anybody types between braces. */
const mostSpace = 20;

function withBraces(text: string, start: number, end: number) {
  const [before = ""] = /\{\{\s*$/.exec(text.slice(Math.max(0, start - mostSpace), start)) ?? [];
  const [after = ""] = /^\s*\}\}/.exec(text.slice(end, end + mostSpace)) ?? [];
  return before && after
    ? { start: start - before.length, end: end + after.length }
    : { start, end };
}

function withReferences(text: string, found: readonly BarePlaceholder[]): string {
  let at = 0;
  const parts = found.flatMap(({ placeholder, start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, secretReference(placeholder)];
  });
  return [...parts, text.slice(at)].join("");
}

/** A reference to a secret, with any white space within its braces. */
function referenceTo(secret: string): RegExp {
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`\\{\\{\\s*secrets\\.\\s*${escaped}\\s*\\}\\}`, "g");
}
