import { Refusal, refusals } from "./answers";
import type { Key, World } from "./model";

/** Checks key, its state, the team and the right, in this order; throws the refusal. @param right null for none */
export function authorize(
  header: string | undefined,
  teamId: string,
  right: string | null,
  world: World,
): void {
  const key = activeKey(header, world);
  if (!isTeamId(teamId)) {
    throw refusals.badRequest("The team ID is invalid.");
  }
  if (world.teams.has(teamId) && !key.teams.includes(teamId)) {
    throw new Refusal(403, "FORBIDDEN", "You do not have access to this resource.");
  }
  if (right !== null) {
    requireRight(key, right);
  }
}

/** The key of a request, if it is known and in force; throws the refusal. */
export function activeKey(header: string | undefined, world: World): Key {
  const key = world.keys.get(/^Bearer (\S+)$/.exec(header ?? "")?.[1] ?? "");
  if (!key) {
    throw refusals.unauthorized();
  }
  refuseState(key);
  return key;
}

/** Throws the refusal if the key lacks a right. */
export function requireRight(key: Key, right: string): void {
  if (!key.rights.includes(right)) {
    throw right === "team_read"
      ? new Refusal(403, "PERMISSION_ERROR", "You do not have permission to perform this action.")
      : new Refusal(403, "ACCESS_DENIED_PERMISSIONS", "The key lacks a permission.", right);
  }
}

/** Positive, and of at most 64 bits with a sign. */
function isTeamId(id: string): boolean {
  return /^[1-9]\d*$/.test(id) && BigInt(id) < 2n ** 63n;
}

function refuseState({ state }: Key): void {
  switch (state) {
    case "active":
      return;
    case "expired":
      throw new Refusal(401, "API_KEY_INVALID", "The API key has expired.");
    case "disabled":
      throw new Refusal(403, "API_KEY_DISABLED", "The API key is disabled.");
    case "ip-blocked":
      throw new Refusal(403, "ACCESS_DENIED_IP", "Access from this IP address is denied.");
    case "licence-expired":
      throw new Refusal(403, "LICENSE_EXPIRED", "The licence has expired.");
    case "no-addon":
      throw new Refusal(403, "FORBIDDEN", "You do not have access to this resource.");
  }
}
