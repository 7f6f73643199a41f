import type { SuiteMessage } from "../../hosts/suiteChannel";

declare const CHANNEL_ORIGIN: string;

/** Tells the one who started the host; throws what it answers when it could not do what was asked. */
export async function post(message: SuiteMessage): Promise<void> {
  const answer = await fetch(CHANNEL_ORIGIN, { method: "POST", body: JSON.stringify(message) });
  if (!answer.ok) {
    throw new Error(`${JSON.stringify(message)}: ${await answer.text()}`);
  }
}
