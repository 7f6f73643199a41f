import { ApiKeyVault } from "../../../src/features/account/apiKeyVault";
import { Session } from "../../../src/features/account/session";
import { MemorySecretStorage } from "./memoryStorage";

export const origin = "https://api.supermetrics.com";
export const key = "api_0123456789-abcdefghijklmnopqrstuvwxyz";

/** A person's settings and secrets, which their windows share. */
export function desk() {
  const settings = { apiBaseUrl: origin, teamId: "42" };
  const safe = new MemorySecretStorage();
  const vault = new ApiKeyVault(safe);
  return { settings, safe, vault, window: () => new Session(vault, () => settings) };
}
