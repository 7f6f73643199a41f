import type { Exchange } from "../../../src/platform/http/exchange";
import { createSend, type Send } from "../../../src/platform/http/send";
import type { Account } from "../../../src/platform/account";
import { defaultKey, defaultTeam } from "../../sandbox/seed";
import { useSandbox } from "../../sandbox/testing";

/** The sandbox, and what the product uses to speak to it. */
export function useService() {
  const sandbox = useSandbox();
  return {
    ...sandbox,
    account: (teamId = defaultTeam): Account => ({ origin: sandbox.origin(), teamId }),
    /** Signed in with this key, to this team. */
    sendWith: (
      key: string = defaultKey,
      observe: (exchange: Exchange) => void = () => {},
      teamId: string = defaultTeam,
    ): Send =>
      createSend({
        credentials: async () => ({ href: sandbox.origin(), teamId, key }),
        timeoutSeconds: () => 5,
        observe,
      }),
    sendOpenly: (): Send =>
      createSend({
        credentials: async () => ({
          href: sandbox.origin(),
          teamId: undefined,
          key: undefined,
          isPublic: true,
        }),
        timeoutSeconds: () => 5,
        observe: () => undefined,
      }),
    /** Methods and paths below the team's connectors, in the order in which they arrived. */
    requests: async () =>
      (await sandbox.control().requests()).map(
        ({ method, path }) => `${method} ${path.replace(/^\/v1\/teams\/(\d+)/, "$1")}`,
      ),
  };
}
