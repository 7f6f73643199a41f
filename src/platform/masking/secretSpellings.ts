const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What ends a line of a secret. */
const lineBreak = /\r\n|[\n\r\u2028\u2029]/g;

/** What may stand there where the secret is repeated: other systems' line ends, escapes, HTML, or nothing. */
const repeatedAs = ["\n", "\r\n", "\r", "\\n", "\\r\\n", " ", "", "<br>", "<br/>", "<br />"];

/**
 * A secret in the ways in which URLs, forms, JSON and pages write it; as it is, without the white space around
 * it, on one line, and with any kind of line break.
 */
export function spellingsOf(secret: string): string[] {
  const trimmed = secret.trim();
  const hasLines = secret.search(lineBreak) >= 0;
  const forms = new Set([
    secret,
    trimmed,
    trimmed.replace(/\s+/g, " "),
    ...(hasLines ? repeatedAs : []).flatMap((end) => [
      secret.replace(lineBreak, end),
      trimmed.replace(lineBreak, end),
    ]),
  ]);
  return [...new Set([...forms].flatMap(spell))].filter(Boolean);
}

function spell(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    encodeURIComponent(secret.replace(/\p{Cs}/gu, "\ufffd")),
    new URLSearchParams([["", secret]]).toString().slice(1),
    json,
    json.replaceAll("/", "\\/"),
    secret.replace(/[&<>"']/g, (character) => entities[character] ?? character),
  ];
}

/** The text without any of these spellings. */
export function maskSpellings(text: string, spellings: Iterable<string>): string {
  // The longest first: a secret may begin with another one.
  return [...spellings]
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, spelling) => rest.replaceAll(spelling, "•••"), text);
}

/** What keeps secrets out of a text; where there are none, every text stays as it is. */
export function maskerFor(...secrets: readonly (string | undefined)[]): (text: string) => string {
  const spellings = secrets.flatMap((secret) => (secret === undefined ? [] : spellingsOf(secret)));
  return (text) => (spellings.length > 0 ? maskSpellings(text, spellings) : text);
}
