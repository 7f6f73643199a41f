import * as l10n from "@vscode/l10n";
import type { Effort } from "../jsonPath/effort";
import { parsePath } from "../jsonPath/parsePath";
import { isDocumented, type Segment } from "../jsonPath/path";
import { select, selectFrom, type Holder, type Match } from "../jsonPath/select";
import { problemText, standardText } from "../previewRemarks";
import { isRecord, setMember } from "../../rows/responseJson";

/** The evaluation ends here: what comes is not documented, or the documentation says that the service refuses it. */
export class AdapterStop extends Error {
  override readonly name = "AdapterStop";

  /**
   * @param message worded for the person
   * @param property of the adapter's `config` that it is about
   */
  constructor(
    message: string,
    readonly property?: string,
  ) {
    super(message);
  }
}

/** What an adapter works on. */
export interface AdapterInput {
  /** `document.value` is the response, as the adapters before have left it. */
  readonly document: { value: unknown };
  readonly config: AdapterConfig;
  /** Says something about the rows that the documentation leaves open. */
  readonly remark: (text: string) => void;
  /** Says what a new object was made of, so that its rows lead to their place in the response. */
  readonly madeOf: (made: object, source: unknown) => void;
}

/** Changes the document as the service does; throws `AdapterStop`. */
export type Adapter = (input: AdapterInput) => void;

/** Stops where the documentation doesn't say what happens. @param what happens there, as the end of a sentence */
export function notDocumented(what: string, property?: string): AdapterStop {
  return new AdapterStop(
    l10n.t("The documentation doesn't say what happens when {0}.", what),
    property,
  );
}

/** What stands in an adapter's `config`. */
export class AdapterConfig {
  constructor(
    private readonly config: unknown,
    known: readonly string[],
    /** What the paths of the preview may cost together. */
    readonly effort: Effort,
    private readonly remark: (text: string, property: string) => void,
  ) {
    const unknown = Object.keys(isRecord(config) ? config : {}).find((key) => !known.includes(key));
    if (unknown !== undefined) {
      throw new AdapterStop(
        l10n.t('The documentation has no property "{0}" here.', unknown),
        unknown,
      );
    }
  }

  /** A property as it stands; undefined where it doesn't, or is null. */
  value(name: string): unknown {
    const value = isRecord(this.config) ? this.config[name] : undefined;
    return value ?? undefined;
  }

  /** A text. Stops where it is another value, or missing and `fallback` with it. */
  text(name: string, fallback?: string): string {
    const value = this.value(name) ?? fallback;
    if (typeof value !== "string") {
      throw value === undefined
        ? new AdapterStop(l10n.t('The data adapter needs "{0}".', name))
        : new AdapterStop(l10n.t('"{0}" must be a text.', name), name);
    }
    return value;
  }

  /** A property that is true or false, and false where it is missing. Stops where it is another value. */
  flag(name: string): boolean {
    const value = this.value(name) ?? false;
    if (typeof value !== "boolean") {
      throw new AdapterStop(l10n.t('"{0}" must be true or false.', name), name);
    }
    return value;
  }

  /**
   * A path's segments. Stops where it is missing, or can't be evaluated.
   * @param fallback what the documentation gives as the default
   */
  path(name: string, fallback?: string): readonly Segment[] {
    const text = this.text(name, fallback);
    const parsed = parsePath(text);
    if ("problem" in parsed) {
      throw new AdapterStop(problemText(parsed.problem, name), name);
    }
    if (!isDocumented(parsed.segments)) {
      this.remark(standardText(text), name);
    }
    return parsed.segments;
  }

  /** A path whose last `.*` counts as not written: it names a list, and both spellings occur. */
  listPath(name: string, fallback?: string): readonly Segment[] {
    const segments = this.path(name, fallback);
    return segments.at(-1)?.kind === "all" ? segments.slice(0, -1) : segments;
  }

  /** The only value that a path finds in an item; undefined where there is none. Stops where there are several. */
  only(item: unknown, segments: readonly Segment[], name: string): unknown {
    const matches = select(item, segments, this.effort);
    if (matches.length > 1) {
      throw notDocumented(l10n.t('"{0}" matches several values in one item', name), name);
    }
    return matches[0]?.value;
  }
}

/** What a path finds in the document; stops where that is nothing. */
export function matchesOf(
  { document, config }: Pick<AdapterInput, "document" | "config">,
  name: string,
  fallback?: string,
): Match[] {
  const matches = selectFrom(rootOf(document), config.path(name, fallback), config.effort);
  if (matches.length === 0) {
    throw notDocumented(l10n.t('"{0}" matches nothing', name), name);
  }
  return matches;
}

/** As `matchesOf`, but objects only, each once: an adapter before may have put one into several rows. */
export function objectsOf(
  input: Pick<AdapterInput, "document" | "config">,
  name: string,
  fallback?: string,
): Record<string, unknown>[] {
  const objects = new Set<Record<string, unknown>>();
  for (const { value } of matchesOf(input, name, fallback)) {
    if (!isRecord(value)) {
      throw notDocumented(l10n.t('"{0}" matches something other than objects', name), name);
    }
    objects.add(value);
  }
  return [...objects];
}

/** The document's own place, which a path of `$` alone means. */
function rootOf(document: { value: unknown }): Match {
  return { holder: document, key: "value", value: document.value };
}

/** Puts a value at a place. */
export function replace(holder: Holder, key: string | number, value: unknown): void {
  if (Array.isArray(holder)) {
    holder[Number(key)] = value;
  } else {
    setMember(holder, String(key), value);
  }
}

/**
 * Writes to the place that a path names: one that is there, or a new member of an object that is there.
 * @param root where the path begins
 */
export function writeAt(
  root: { value: unknown },
  segments: readonly Segment[],
  name: string,
  value: unknown,
): void {
  const last = segments.at(-1);
  const parents = last ? selectFrom(rootOf(root), segments.slice(0, -1)) : [];
  const [parent] = parents;
  if (!last) {
    root.value = value;
  } else if (parents.length === 1 && last.kind === "name" && isRecord(parent?.value)) {
    setMember(parent.value, last.name, value);
  } else if (
    parents.length === 1 &&
    last.kind === "index" &&
    Array.isArray(parent?.value) &&
    last.index >= 0 &&
    last.index < parent.value.length
  ) {
    parent.value[last.index] = value;
  } else {
    throw notDocumented(l10n.t('"{0}" doesn\'t name exactly one place that exists', name), name);
  }
}

/** The names that a list of keys gives: texts, none of them twice. */
export function namesOf(matches: readonly Match[], name: string): string[] {
  const names = new Set<string>();
  for (const { value } of matches) {
    if (typeof value !== "string") {
      throw notDocumented(l10n.t('"{0}" matches something other than texts', name), name);
    }
    if (names.has(value)) {
      throw notDocumented(l10n.t('"{0}" gives the same name twice: {1}', name, value), name);
    }
    names.add(value);
  }
  return [...names];
}

/** The object of names and the values at the same positions. @param name of the property with the lists */
export function paired(
  names: readonly string[],
  values: unknown,
  name: string,
): Record<string, unknown> {
  if (!Array.isArray(values)) {
    throw notDocumented(l10n.t('"{0}" matches something other than lists', name), name);
  }
  if (values.length !== names.length) {
    throw notDocumented(
      l10n.t("a list has {0} values for {1} names", values.length, names.length),
      name,
    );
  }
  const pair: Record<string, unknown> = {};
  names.forEach((key, index) => setMember(pair, key, values[index]));
  return pair;
}

/** Stops where a row has a member of that name already. */
export function requireFree(row: object, key: string, name: string): void {
  if (Object.hasOwn(row, key)) {
    throw notDocumented(l10n.t('a row already has the field "{0}"', key), name);
  }
}
