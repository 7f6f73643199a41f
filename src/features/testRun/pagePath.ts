/** The endpoints that have the rows of a run. */
const rowsPath = /^(?:\/enterprise)?(?:\/v2)?\/query\/(?:data\/json|results|status)(?:\?|$)/;

/** An address that is longer isn't one of a page; 500 are documented. UTF-16 code units. */
const longestAddress = 8000;

/**
 * The path of a call for another page of rows. The address comes from an answer and the key goes with the call, so it
 * has to be one where this service has rows.
 * @param base address of the service, without a slash at the end
 * @returns what follows the base; undefined for any other address
 */
export function pagePath(address: string, base: string): string | undefined {
  if (address.length > longestAddress || !URL.canParse(address, base)) {
    return undefined;
  }
  // Parsed and written again, a URL has no ".." left, and begins with its own host and user.
  const url = new URL(address, base);
  url.hash = "";
  const path = url.href.startsWith(base) ? url.href.slice(base.length) : "";
  return rowsPath.test(path) ? path : undefined;
}
