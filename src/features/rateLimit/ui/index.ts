import * as vscode from "vscode";
import { rateLimitCommands } from "../../../manifest";
import type { Event } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Exchange } from "../../../platform/http/exchange";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { Session } from "../../account/session";
import { RateLimitMeter } from "../rateLimitMeter";
import { showRateLimit } from "./showRateLimit";
import { RateLimitStatus } from "./statusBarItem";

export interface RateLimitParts {
  readonly session: Session;
  /** The limit belongs to a key: with another one nothing is known. */
  readonly onDidChangeKey: Event<void>;
  readonly onDidExchange: Event<Exchange>;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The rate limit in the status bar, read off every answer of the service. */
export function registerRateLimit(parts: RateLimitParts): vscode.Disposable {
  const meter = new RateLimitMeter();
  const status = new RateLimitStatus(meter);
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
      showRateLimit: () => showRateLimit(parts.prompts, meter.value),
    })),
  );
}
