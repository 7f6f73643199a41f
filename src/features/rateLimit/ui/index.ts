import * as vscode from "vscode";
import { rateLimitCommands } from "../../../manifest";
import type { Event } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Exchange } from "../../../platform/http/exchange";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import { plainText } from "../../../platform/words/plainText";
import type { RememberedTeams } from "../../account/rememberedTeams";
import type { Session } from "../../account/session";
import { RateLimitMeter } from "../rateLimitMeter";
import { RateLimitStatus } from "./statusBarItem";

/** What the feature needs of the platform and of other features. */
export interface RateLimitParts {
  readonly session: Session;
  readonly teams: Pick<RememberedTeams, "nameOf">;
  /** The limit belongs to a key: with another one nothing is known. */
  readonly onDidChangeKey: Event<void>;
  readonly onDidExchange: Event<Exchange>;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The rate limit in the status bar, read off every answer of the service. */
export function registerRateLimit(parts: RateLimitParts): vscode.Disposable {
  const meter = new RateLimitMeter();
  const team = () => teamIn(parts);
  const status = new RateLimitStatus(meter, team);
  parts.onDidExchange((exchange) => meter.note(exchange));
  parts.onDidChangeKey(() => meter.reset());
  parts.session.onDidChange(({ kind }) => {
    if (kind !== "signedIn") {
      meter.reset();
    }
    status.setVisible(kind === "signedIn" || kind === "noTeam");
  });
  return vscode.Disposable.from(
    status,
    registerCommands(parts.notifier, rateLimitCommands, () => ({
      showRateLimit: async () =>
        (await import("./rateLimitMenu")).showRateLimit(parts.prompts, meter.value, team()),
    })),
  );
}

/** The team by name and ID, as far as they are known; undefined where none is selected. */
function teamIn({ session, teams }: RateLimitParts): string | undefined {
  if (session.state.kind !== "signedIn") {
    return undefined;
  }
  const { teamId } = session.state;
  const name = plainText(teams.nameOf(session.state), 80);
  return name === teamId ? teamId : `${name} (${teamId})`;
}
