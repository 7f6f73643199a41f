import type { ErrorContext } from "./errorMeaning";
import type { UserMessage } from "./userMessage";

/** The words of a `LoadError`, which has to have them without loading anything. @param message the error's own */
export function loadFailure(message: string, { failed }: ErrorContext): UserMessage {
  return {
    severity: "error",
    text: [failed, message].filter(Boolean).join(" "),
    steps: ["tryAgain", "reloadWindow"],
  };
}
