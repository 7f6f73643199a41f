import { LoadError } from "../loadError";
import type { ErrorContext } from "./errorMeaning";
import { loadFailure } from "./loadFailure";
import type { UserMessage } from "./userMessage";

/**
 * Words a failure as `userMessageFor` does, which the start has not loaded. Does not reject: where that can't be
 * loaded either, it is what the message is about.
 * @param context what was being done
 * @param now milliseconds since 1970
 */
export async function loadUserMessage(
  error: unknown,
  context: ErrorContext,
  now: number,
): Promise<UserMessage> {
  try {
    const { userMessageFor } = await import("./userMessage");
    return userMessageFor(error, context, now);
  } catch (problem) {
    const missing = error instanceof LoadError ? error : problem;
    return loadFailure(String(Object(missing).message), context);
  }
}
