/** One line of a text from a server: no control characters, nothing that changes the direction of reading. */
export function singleLine(untrusted: string): string {
  // Nearly every text is one already, which is found out several times as fast.
  if (!/[^ -~]|  |^ | $/.test(untrusted)) {
    return untrusted;
  }
  return untrusted
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, "")
    .trim();
}

/**
 * Makes text from a server fit for a notification or an input box: a single line, shortened, and no
 * link or icon syntax (both places would run a `command:` link).
 * @param maximum code points to keep
 */
export function plainText(untrusted: string, maximum = 600): string {
  const line = singleLine(untrusted)
    .replace(/\](?=\()/g, "] ")
    .replace(/\$(?=\()/g, "$ ");
  const points = Array.from(line);
  return points.length > maximum ? points.slice(0, maximum - 1).join("") + "…" : line;
}
