import * as l10n from "@vscode/l10n";
import { plainText } from "./words/plainText";

/** A part of the extension's own code is not to be had. Nothing of what it was needed for was done. */
export class LoadError extends Error {
  override readonly name = "LoadError";

  /** @param reason what the editor or the host says; the message has it, and is for the person */
  constructor(reason: string) {
    super(
      l10n.t(
        "Couldn't load a part of the extension. Retry, or reload the window if the extension was updated. ({0})",
        plainText(reason, 200),
      ),
    );
  }
}
