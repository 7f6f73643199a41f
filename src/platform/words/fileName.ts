/** A name for a file on any system, without its ending. */
export function portableFileName(name: string): string {
  return pathSegment(name).replace(/[<>:"|?*]/g, "-") || "connector";
}

/**
 * A name as one segment of a path: no separators, nothing that is invisible or turns the text around, and
 * no half of a surrogate pair, which no URI can carry.
 */
export function pathSegment(name: string): string {
  return name
    .replace(/[/\\]/g, "-")
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, " ")
    .trim();
}
