const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
};

/**
 * The variables of an `.env` file, in the order of the file; of a repeated name the last value counts. A
 * quoted value may have several lines; between double quotes `\n` is a line break, and `\"` a quote. A quote
 * closes where its line ends, or a comment follows; a value that is opened and not closed so is taken as one
 * without quotes, for which a `#` after white space begins a comment. Nothing is replaced in values: what
 * `$NAME` means is up to whoever reads the file.
 */
export function parseDotenv(file: string): Map<string, string> {
  const variables = new Map<string, string>();
  const text = file.replace(/\r\n?/g, "\n");
  // A line ends with a line feed and with nothing else: `^` would begin one at other signs too, which are
  // white space, and read it again from each of them.
  const assignment = /(?<![^\n])[^\S\n]*(?:export[^\S\n]+)?([\w.-]+)[^\S\n]*=[^\S\n]*/g;
  for (let found = assignment.exec(text); found; found = assignment.exec(text)) {
    const start = assignment.lastIndex;
    const close = closingQuote(text, start);
    const lineEnd = text.indexOf("\n", start);
    const line = text.slice(start, lineEnd < 0 ? undefined : lineEnd);
    assignment.lastIndex = close < 0 ? start + line.length : close + 1;
    variables.set(
      found[1] ?? "",
      close < 0 ? line.replace(/(^|\s)#[^]*$/, "").trim() : unquoted(text.slice(start, close)),
    );
  }
  return variables;
}

/** @param text begins with its quote, and ends before the one that closes it */
function unquoted(text: string): string {
  const inside = text.slice(1);
  return text.startsWith('"')
    ? inside.replace(/\\(.)/g, (all, one: string) => escapes[one] ?? all)
    : inside;
}

/** Where the quote stands that closes the one at `start`; below zero where none stands there, or none closes it. */
function closingQuote(text: string, start: number): number {
  const quote = text[start];
  if (quote === undefined || !`"'\``.includes(quote)) {
    return -1;
  }
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === quote) {
      return /^[^\S\n]*(#|\n|$)/.test(text.slice(at + 1, at + 200)) ? at : -1;
    }
    if (text[at] === "\\" && quote === '"') {
      at++;
    }
  }
  return -1;
}
