import * as vscode from "vscode";
import { rateLimitCommands } from "../../../manifest";
import type { Event } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Exchange } from "../../../platform/http/exchange";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import { plainText } from "../../../platform/words/plainText";
import type { AccountService } from "../../account/ui";
import { RateLimitMeter } from "../rateLimitMeter";
import { RateLimitStatus } from "./rateLimitStatus";

/** What the feature needs of the platform and of other features. */
export interface RateLimitParts {
  readonly account: Pick<AccountService<unknown>, "session" | "teams" | "onDidChangeKey">;
  readonly onDidExchange: Event<Exchange>;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The rate limit in the status bar, read off every answer of the service. */
export function registerRateLimit(parts: RateLimitParts): vscode.Disposable {
  const { account, onDidExchange, prompts, notifier } = parts;
  const meter = new RateLimitMeter();
  const team = () => teamIn(account);
  const status = new RateLimitStatus(meter, team);
  onDidExchange((exchange) => meter.note(exchange));
  account.onDidChangeKey(() => meter.reset()); // the limit belongs to a key
  account.session.onDidChange(({ kind }) => {
    if (kind !== "signedIn") {
      meter.reset();
    }
    status.setVisible(kind === "signedIn" || kind === "noTeam");
  });
  return vscode.Disposable.from(
    status,
    registerCommands(notifier, rateLimitCommands, () => ({
      showRateLimit: async () =>
        (await import("./rateLimitMenu")).showRateLimit(prompts, meter.value, team()),
    })),
  );
}

/** The team by name and ID, as far as they are known; undefined where none is selected. */
function teamIn({ session, teams }: RateLimitParts["account"]): string | undefined {
  if (session.state.kind !== "signedIn") {
    return undefined;
  }
  const { teamId } = session.state;
  const name = plainText(teams.nameOf(session.state), 80);
  return name === teamId ? teamId : `${name} (${teamId})`;
}
