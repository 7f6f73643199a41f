/** The largest signed 64-bit number: the API's own maximum for `team_id`. */
const maximum = 9223372036854775807n;

/** Why a text can be no team ID. */
export type TeamIdProblem = "empty" | "displayId" | "notDigits" | "outOfRange";

/**
 * Reads what a person typed or pasted as a team ID. Never a JavaScript number, which cannot hold one.
 * @returns the digits without blanks and leading zeros, or what is wrong
 */
export function parseTeamId(
  text: string,
): { readonly teamId: string } | { readonly problem: TeamIdProblem } {
  const typed = text.trim();
  if (!typed) {
    return { problem: "empty" };
  }
  if (/^SM_/i.test(typed)) {
    return { problem: "displayId" };
  }
  if (!/^[0-9]+$/.test(typed)) {
    return { problem: "notDigits" };
  }
  // To make a number of a million digits takes long.
  const digits = typed.replace(/^0+/, "");
  const id = BigInt(digits.length > 19 ? 0 : digits);
  return id >= 1n && id <= maximum ? { teamId: id.toString() } : { problem: "outOfRange" };
}
