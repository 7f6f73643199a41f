import { doubtOfPlain, doubtOfQuoted, type DotenvDoubt } from "./dotenvDoubts";
import { isBase64, keyBlockAt, readBase64Lines } from "./dotenvKeyBlocks";

/** A variable of an `.env` file. */
export interface DotenvVariable {
  readonly name: string;
  readonly value: string;
  /** Why the value may be another one than whoever wrote the file has in mind. */
  readonly doubt?: DotenvDoubt | undefined;
}

/**
 * The variables of an `.env` file by name, in the order of the file; of a repeated name the last value counts.
 * The values are those of the npm package `dotenv`, whose rules most people write for, but for a PEM block
 * without quotes, which is one value here. Values that other readers take otherwise have a `doubt`.
 */
export function parseDotenv(file: string): Map<string, DotenvVariable> {
  const text = file.replace(/\r\n?/g, "\n");
  const variables = new Map<string, DotenvVariable>();
  /** The variable before, whose value may go on at `end`. */
  let open: Assignment | undefined;
  const add = (assignment: Assignment) => {
    open = assignment;
    const { name, value, doubt } = assignment;
    variables.set(name, { name, value, doubt });
  };
  for (let at = skipSpace(text, 0); at < text.length;) {
    const isNext = open !== undefined && isDirectlyAfter(text, open.end, at);
    const block = keyBlockAt(text, at);
    const mayGoOn = isNext && open?.isPlain && isBase64(open.value);
    const goesOn = mayGoOn ? readBase64Lines(text, at) : at;
    const read = block || goesOn > at ? undefined : assignmentAt(text, at);
    let end = block?.end ?? at;
    if (block && isNext && open && mayGoOnWithBlock(open)) {
      const value = open.isBlock ? `${open.value}\n${block.value}` : block.value;
      add({ ...open, value, doubt: block.doubt, isBlock: true, isPlain: false, end });
    } else if (open && goesOn > at) {
      end = goesOn;
      add({ ...open, doubt: "goesOn", end });
    } else if (read) {
      end = read.end;
      add(read);
    }
    at = skipSpace(text, nextLine(text, end));
  }
  return variables;
}

interface Assignment extends DotenvVariable {
  /** Where its value ends. */
  readonly end: number;
  /** Whether it stands without quotes in one line. */
  readonly isPlain: boolean;
  /** Whether it is a PEM block without quotes. */
  readonly isBlock: boolean;
}

/** The assignment that a line begins with, if it does. */
function assignmentAt(text: string, at: number): Assignment | undefined {
  const pattern = /(?:export\s+)?([\w.-]+)(\s*=|:\s)/y;
  pattern.lastIndex = at;
  const [, name, sign = ""] = pattern.exec(text) ?? [];
  if (name === undefined) {
    return undefined;
  }
  const start = pattern.lastIndex;
  const first = skipSpace(text, start);
  const close = closingQuote(text, first);
  const form = { isColon: sign.startsWith(":"), isNextLine: sign.endsWith("\n") };
  if (close !== undefined) {
    const quoted = text.slice(first, close + 1);
    const isNextLine = form.isNextLine || text.slice(start, first).includes("\n");
    const doubt = doubtOfQuoted(quoted, { ...form, isNextLine });
    return { name, value: unquoted(quoted), doubt, end: close + 1, isPlain: false, isBlock: false };
  }
  const line = untilCommentOrEnd(text, start);
  const block = keyBlockAt(text, start + line.length - line.trimStart().length);
  if (block) {
    return { name, ...block, isPlain: false, isBlock: true };
  }
  const end = start + line.length;
  const doubt = doubtOfPlain(line, { ...form, isCut: text[end] === "#" });
  return { name, value: unquoted(line.trim()), doubt, end, isPlain: true, isBlock: false };
}

/** Takes the quotes off that a value begins and ends with, and reads the escapes between double quotes. */
function unquoted(text: string): string {
  const first = text.charAt(0);
  const isQuoted = /["'`]/.test(first) && text.length > 1 && text.endsWith(first);
  const inside = isQuoted ? text.slice(1, -1) : text;
  return first === '"' ? inside.replaceAll("\\n", "\n").replaceAll("\\r", "\r") : inside;
}

/**
 * Where the quote stands that closes the one at `start`: the first without a backslash before it or else, from
 * right to left, one with; and only where its line ends, or a comment follows. Quotes of one kind that are not
 * closed have disjoint texts to search.
 */
function closingQuote(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  if (!/["'`]/.test(quote)) {
    return undefined;
  }
  const escaped: number[] = [];
  let at = text.indexOf(quote, start + 1);
  while (at > 0 && text[at - 1] === "\\") {
    escaped.push(at);
    at = text.indexOf(quote, at + 1);
  }
  const all = at > 0 ? [...escaped, at] : escaped;
  return all.findLast((one) => {
    const rest = /[^\S\n\u2028\u2029]*(?:[#\n\u2028\u2029]|$)/y;
    rest.lastIndex = one + 1;
    return rest.test(text);
  });
}

function untilCommentOrEnd(text: string, start: number): string {
  const pattern = /[^#\n]*/y;
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? "";
}

function mayGoOnWithBlock({ value, isBlock, isPlain }: Assignment): boolean {
  return isBlock || (isPlain && /^[|>\\]?[-+]?$/.test(value));
}

/** Whether nothing but the end of a line stands between two places. */
function isDirectlyAfter(text: string, end: number, at: number): boolean {
  return at - end < 1000 && /^[^\S\n]*\n[^\S\n]*$/.test(text.slice(end, at));
}

/** Where the next thing stands that is no white space; lines that are empty belong to it. */
function skipSpace(text: string, at: number): number {
  const pattern = /\s*/y;
  pattern.lastIndex = at;
  pattern.exec(text);
  return pattern.lastIndex;
}

function nextLine(text: string, at: number): number {
  const pattern = /[\n\u2028\u2029]/g;
  pattern.lastIndex = at;
  return pattern.exec(text) ? pattern.lastIndex : text.length;
}
