import { tokenAt, type Token } from "../../platform/json/unfinishedTokens";

/** A list in a settings file, which may have comments: where its entries stand. */
interface SettingsList {
  readonly entries: readonly Entry[];
  /** The bracket that closes it. */
  readonly close: number;
  /** The end of what stands before that bracket, comments included. */
  readonly end: number;
  readonly hasComments: boolean;
}

interface Entry {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  /** Where the comma behind it stands, if there is one. */
  readonly comma: number | undefined;
  /** Whether a comment stands right before it. */
  readonly isBehindComment: boolean;
}

/**
 * What a setting's list is to become in the text of a settings file: without some entries, with others behind the rest.
 * Everything else stays as it is written, comments included.
 * @param known the list as the editor knows it
 * @returns undefined where the text has another list, or none
 */
export function editList(
  text: string,
  setting: string,
  known: readonly unknown[],
  { without, added }: { without: (entry: unknown) => boolean; added: readonly object[] },
): { readonly text: string; readonly isEmpty: boolean } | undefined {
  const before = readList(text, setting);
  if (!before || !hasValues(before, known)) {
    return undefined;
  }
  const removed = withoutEntries(text, before, without);
  const left = readList(removed, setting);
  const edited = left && withEntries(removed, left, added);
  const after = edited === undefined ? undefined : readList(edited, setting);
  const wanted = [...known.filter((entry) => !without(entry)), ...added];
  return edited !== undefined && after && hasValues(after, wanted)
    ? { text: edited, isEmpty: wanted.length === 0 && !after.hasComments }
    : undefined;
}

/** Whether a setting's list has comments; undefined where the text has no such list. */
export function hasComments(text: string, setting: string): boolean | undefined {
  return readList(text, setting)?.hasComments;
}

/** From the last to the first, so that the places of those before stay. */
function withoutEntries(
  text: string,
  { entries }: SettingsList,
  isUnwanted: (entry: unknown) => boolean,
): string {
  let left = text;
  let hasLater = false; // whether an entry that stays stands behind
  for (const [index, entry] of [...entries.entries()].toReversed()) {
    if (!isUnwanted(entry.value)) {
      hasLater = true;
      continue;
    }
    if (entry.comma !== undefined) {
      left = left.slice(0, entry.comma) + left.slice(entry.comma + 1);
    }
    // A line's comment would go on with what comes behind in the same line.
    const isCut = !entry.isBehindComment || /^[ \t]*[\r\n]/.test(left.slice(entry.end));
    const blank = isCut ? entry.start - left.slice(0, entry.start).trimEnd().length : 0;
    left = left.slice(0, entry.start - blank) + left.slice(entry.end);
    const comma = entries[index - 1]?.comma;
    if (!hasLater && comma !== undefined && !isUnwanted(entries[index - 1]?.value)) {
      left = left.slice(0, comma) + left.slice(comma + 1);
    }
  }
  return left;
}

function withEntries(text: string, list: SettingsList, added: readonly object[]): string {
  if (added.length === 0) {
    return text;
  }
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const last = list.entries.at(-1);
  const outer = indentAt(text, list.close);
  const indent = last ? indentAt(text, last.start) : `${outer}  `;
  const written = added.map((entry) => `${eol}${indent}${JSON.stringify(entry)}`).join(",");
  const isClosedBelow = /[\r\n]/.test(text.slice(list.end, list.close));
  const end = isClosedBelow ? text.slice(list.end) : eol + outer + text.slice(list.close);
  const before = text.slice(0, list.end);
  return last && last.comma === undefined
    ? `${text.slice(0, last.end)},${before.slice(last.end)}${written}${end}`
    : before + written + end;
}

/** The blanks that begin the line of a place. */
function indentAt(text: string, at: number): string {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, at))?.[0] ?? "";
}

function hasValues({ entries }: SettingsList, values: readonly unknown[]): boolean {
  return JSON.stringify(entries.map(({ value }) => value)) === JSON.stringify(values);
}

/** The list of a setting that stands at the top; of one that stands there twice the last counts. */
function readList(text: string, setting: string): SettingsList | undefined {
  const start = text.startsWith("\u{feff}") ? 1 : 0;
  let token = next(text, start);
  let found: SettingsList | undefined;
  if (token.kind !== "{") {
    return undefined;
  }
  for (token = next(text, token.end); token.kind === "string"; token = next(text, token.end)) {
    const name = text.slice(token.offset, token.end);
    const colon = next(text, token.end);
    const value = next(text, colon.end);
    const end = valueEnd(text, value);
    if (colon.kind !== ":" || end === undefined) {
      return undefined;
    }
    if (name === JSON.stringify(setting)) {
      found = listAt(text, value);
    }
    token = next(text, end);
    if (token.kind !== ",") {
      break;
    }
  }
  return token.kind === "}" ? found : undefined;
}

function listAt(text: string, open: Token): SettingsList | undefined {
  if (open.kind !== "[") {
    return undefined;
  }
  const entries: Entry[] = [];
  let before = open;
  for (;;) {
    const token = tokenAt(text, before.end);
    if (token.kind === "]") {
      const close = token.offset;
      return { entries, close, end: before.end, hasComments: isCommented(text, open.end, close) };
    }
    if (token.kind !== "comment") {
      const end = valueEnd(text, token);
      const value = end === undefined ? undefined : valueOf(text, token.offset, end);
      if (end === undefined || !value) {
        return undefined;
      }
      const behind = next(text, end);
      const comma = behind.kind === "," ? behind.offset : undefined;
      const start = token.offset;
      entries.push({
        value: value.value,
        start,
        end,
        comma,
        isBehindComment: before.kind === "comment",
      });
      before = comma === undefined ? { ...token, end: beforeToken(text, end, behind) } : behind;
      continue;
    }
    before = token;
  }
}

/** The end of the comments between a value and the token behind it. */
function beforeToken(text: string, end: number, behind: Token): number {
  return end + text.slice(end, behind.offset).trimEnd().length;
}

function isCommented(text: string, start: number, end: number): boolean {
  let token = tokenAt(text, start);
  while (token.offset < end && token.kind !== "comment") {
    token = tokenAt(text, token.end);
  }
  return token.offset < end;
}

/** The next token that is no comment. */
function next(text: string, at: number): Token {
  let token = tokenAt(text, at);
  while (token.kind === "comment") {
    token = tokenAt(text, token.end);
  }
  return token;
}

/** The offset behind the value that begins with a token; undefined where none does. */
function valueEnd(text: string, first: Token): number | undefined {
  let depth = 0;
  for (let token = first; ; token = next(text, token.end)) {
    if (token.kind === "{" || token.kind === "[") {
      depth++;
    } else if (token.kind === "}" || token.kind === "]") {
      depth--;
    } else if (token.kind === "end" || token.error || (depth === 0 && token.kind === ",")) {
      return undefined;
    }
    if (depth <= 0) {
      return depth < 0 ? undefined : token.end;
    }
  }
}

/** The value that stands between two offsets, without its comments and the commas that end its lists. */
function valueOf(
  text: string,
  start: number,
  end: number,
): { readonly value: unknown } | undefined {
  let json = "";
  let comma = "";
  for (let token = next(text, start); token.offset < end; token = next(text, token.end)) {
    const written = text.slice(token.offset, token.end);
    json += token.kind === "}" || token.kind === "]" ? written : comma + written;
    comma = "";
    if (token.kind === ",") {
      json = json.slice(0, -1);
      comma = ",";
    }
  }
  try {
    return { value: JSON.parse(json) };
  } catch {
    return undefined;
  }
}
