import { placesInString, type JsonPath, type Place } from "../../platform/json/places";
import { forEachString, textOf } from "../../platform/json/unfinishedJson";
import { isForeign } from "../checks/finding";
import { referredSecret, secretsPrefix } from "../checks/secretReferences";
import { IdIndex, type IdKind, type IdOccurrence } from "./idIndex";
import { neverReplaced } from "./placeholderAt";

/**
 * Finds the IDs of a configuration and what refers to them, in one pass.
 * @param text of a configuration; need not be JSON: what can be read of it counts
 */
export function collectIds(text: string): IdIndex {
  const collected = new Collected(text);
  forEachString(text, ({ path, containers, isKey, inner }) => {
    if (isKey) {
      collected.key(path, containers, inner);
    } else {
      collected.value(path, containers, inner);
    }
  });
  return new IdIndex(collected.resolved());
}

/** A text that may name a field: the documentation doesn't show what is in a join's `link`. */
interface LinkText {
  readonly id: string;
  readonly place: Place;
  /** Where the report type, and the relation, begin. */
  readonly reportType: number | undefined;
  readonly relation: number | undefined;
}

interface PlacedText {
  readonly id: string;
  readonly place: Place;
}

class Collected {
  private readonly found: IdOccurrence[] = [];
  /** Values of objects that have a `source`, by where the object begins. */
  private readonly pairValues = new Map<number | undefined, PlacedText>();
  private readonly userInputPairs = new Set<number | undefined>();
  private readonly linkTexts: LinkText[] = [];
  /** Where a report type begins, by its ID. */
  private readonly reportTypes = new Map<string, number | undefined>();
  /** ID of the report type that a relation joins, by where the relation begins. */
  private readonly joined = new Map<number | undefined, string>();
  /** Of declared secrets, which a reference may name instead of their IDs. */
  private readonly secretValues: (PlacedText & { readonly container: number | undefined })[] = [];
  /** Where the source is `static`: the value is itself. */
  private readonly staticPairs = new Set<number | undefined>();
  private readonly signerNames: PlacedText[] = [];

  constructor(private readonly text: string) {}

  key(path: JsonPath, containers: readonly number[], inner: Place): void {
    const builtIn = builtInDefinedAt(path);
    if (builtIn !== undefined) {
      this.add("builtIn", "definition", { id: builtIn, place: inner });
    } else if (isInLink(path)) {
      this.linkText(containers, inner);
    }
  }

  value(path: JsonPath, containers: readonly number[], inner: Place): void {
    const key = path.at(-1);
    const kind = key === "id" ? kindDefinedAt(path) : undefined;
    const [, , , reportType] = containers;
    if (kind === "field") {
      this.add(kind, "definition", this.read(inner), { scope: reportType });
    } else if (kind === "reportType") {
      const one = this.read(inner);
      this.add(kind, "definition", one, { reportTypeStart: reportType });
      this.reportTypes.set(one.id, reportType);
    } else if (kind) {
      this.add(kind, "definition", this.read(inner));
    } else if (typeof key !== "string" || !neverReplaced.has(key)) {
      this.reference(path, containers, inner);
      this.placeholders(inner);
    }
  }

  /** Everything that was found, with what refers to something now that all is known. */
  resolved(): readonly IdOccurrence[] {
    for (const container of this.userInputPairs) {
      const value = this.pairValues.get(container);
      if (value && !value.id.includes("{{")) {
        this.add("userInput", "reference", value);
      }
    }
    const signers = this.idsOf("signer");
    for (const name of this.signerNames.filter(({ id }) => signers.has(id))) {
      this.add("signer", "reference", name, { isCertain: false });
    }
    const secrets = this.idsOf("secret");
    for (const value of this.secretValues) {
      const isName = ![this.userInputPairs, this.staticPairs].some((one) =>
        one.has(value.container),
      );
      if (isName && !secrets.has(value.id)) {
        this.add("secret", "definition", value, { isCertain: false });
      }
    }
    this.resolveLinks();
    return this.found;
  }

  private reference(path: JsonPath, containers: readonly number[], inner: Place): void {
    if (isForeign(path)) {
      return;
    }
    const key = path.at(-1);
    const container = containers.at(-1);
    if (key === "source") {
      const source = this.read(inner).id;
      if (source === "userInput") {
        this.userInputPairs.add(container);
      } else if (source === "static") {
        this.staticPairs.add(container);
      }
    } else if (key === "value") {
      this.pairValues.set(container, this.read(inner));
      if (path[0] === "secrets" && path.length === 4 && !this.read(inner).id.includes("{{")) {
        this.secretValues.push({ ...this.read(inner), container });
      }
    } else if (key === "reportTypeId" && path[0] === "reporting") {
      this.add("reportType", "reference", this.read(inner));
      this.joined.set(container, this.read(inner).id);
    } else if (key === "signer" || key === "signerId" || key === "builderType") {
      this.signerNames.push(this.read(inner));
    }
    if (isInLink(path)) {
      this.linkText(containers, inner);
    }
  }

  private linkText(containers: readonly number[], inner: Place): void {
    const [reportType, relation] = [containers[3], containers[6]];
    this.linkTexts.push({ ...this.read(inner), reportType, relation });
  }

  private resolveLinks(): void {
    const fields = new Map<number | undefined, Set<string>>();
    for (const { kind, id, scope } of this.found) {
      if (kind === "field") {
        fields.set(scope, (fields.get(scope) ?? new Set()).add(id));
      }
    }
    for (const { reportType, relation, ...one } of this.linkTexts) {
      const other = this.reportTypes.get(this.joined.get(relation) ?? "");
      for (const scope of new Set([reportType, other])) {
        if (fields.get(scope)?.has(one.id)) {
          this.add("field", "reference", one, { scope, isCertain: false });
        }
      }
    }
  }

  private idsOf(kind: IdKind): ReadonlySet<string> {
    return new Set(this.found.flatMap((one) => (one.kind === kind ? one.id : [])));
  }

  private placeholders({ offset, length }: Place): void {
    const spelled = this.text.slice(offset, offset + length);
    if (!spelled.includes("{") && !spelled.includes("\\")) {
      return;
    }
    const decoded = textOf(`"${spelled}"`);
    const named = decoded.includes("{{") ? namedPlaceholders(decoded) : [];
    if (named.length === 0) {
      return;
    }
    const places =
      decoded.length === spelled.length
        ? named.map(({ part }) => ({ offset: offset + part.offset, length: part.length }))
        : placesInString(
            this.text,
            offset - 1,
            named.map(({ part }) => part),
          );
    named.forEach(({ kind, id }, index) => {
      const place = places[index];
      if (place) {
        this.add(kind, "reference", { id, place });
      }
    });
  }

  private read(place: Place): PlacedText {
    const spelled = this.text.slice(place.offset, place.offset + place.length);
    return { id: textOf(`"${spelled}"`), place };
  }

  private add(
    kind: IdKind,
    role: IdOccurrence["role"],
    { id, place }: PlacedText,
    more: Partial<IdOccurrence> = {},
  ): void {
    if (id !== "") {
      this.found.push({ kind, role, id, place, isCertain: true, ...more });
    }
  }
}

/** What has its ID at a path that ends with `id`. */
function kindDefinedAt(path: JsonPath): IdKind | undefined {
  const [root, list] = path;
  const isIn = (first: string, second: string) => root === first && list === second;
  if (path.length === 3) {
    return root === "signers" ? "signer" : undefined;
  }
  if (path.length === 4) {
    return isIn("reporting", "reportTypes")
      ? "reportType"
      : isIn("authentication", "userInputs")
        ? "userInput"
        : isIn("secrets", "items")
          ? "secret"
          : undefined;
  }
  const isField = path.length === 6 && isIn("reporting", "reportTypes") && path[3] === "fields";
  return isField ? "field" : undefined;
}

/** Which documented placeholder gives what the member at a path says; https://docs.supermetrics.com/docs/placeholders. */
function builtInDefinedAt(path: JsonPath): string | undefined {
  const [root, second] = path;
  if (root === "signers" && path.length === 1) {
    return "signer.signature";
  }
  if (root === "dataSourceUser" && second === "userInfo" && path.length === 3) {
    return path[2] === "accessToken" ? "user.access_token" : undefined;
  }
  const isAccount = root === "accounts" && second === "fetchers" && path[3] === "accountInfo";
  return isAccount && path.length === 5 && path[4] === "id" ? "account.id" : undefined;
}

function isInLink(path: JsonPath): boolean {
  return path.length > 7 && path[3] === "decoration" && path[6] === "link";
}

/** Those that something in the configuration can define. */
const builtIns = new Set(["signer.signature", "user.access_token", "account.id"]);

interface NamedPlaceholder {
  readonly kind: "secret" | "builtIn";
  readonly id: string;
  readonly part: Place;
}

/** Secrets and documented placeholders in what a string says. */
function namedPlaceholders(said: string): readonly NamedPlaceholder[] {
  const found: NamedPlaceholder[] = [];
  for (const { 1: written = "", index } of said.matchAll(/\{\{([^{}]*)\}\}/g)) {
    const name = written.trim();
    const start = index + 2 + written.indexOf(name);
    const id = referredSecret(name);
    if (id) {
      const offset = start + name.indexOf(id, secretsPrefix.length);
      found.push({ kind: "secret", id, part: { offset, length: id.length } });
    } else if (builtIns.has(name)) {
      found.push({ kind: "builtIn", id: name, part: { offset: start, length: name.length } });
    }
  }
  return found;
}
