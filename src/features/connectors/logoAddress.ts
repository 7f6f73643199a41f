/** Longest address that the API documents. */
const longest = 2048;

/**
 * The address of a logo, if it is one that may be shown: https and without credentials. What the server
 * wrote is untrusted; every character that could mean something in markdown comes percent-encoded.
 */
export function logoAddress(untrusted: string | undefined): string | undefined {
  if (!untrusted || untrusted.length > longest || !URL.canParse(untrusted)) {
    return undefined;
  }
  const { protocol, username, password, href } = new URL(untrusted);
  return protocol === "https:" && !username && !password
    ? href.replace(/[^\w\-.~:/?#@&=+,%]/g, percentEncoded)
    : undefined;
}

/** Markdown for a small image of an address that `logoAddress` gave. */
export function logoMarkdown(address: string): string {
  return `![](${address}|width=64)`;
}

/** What is left in the address of a URL is ASCII. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
