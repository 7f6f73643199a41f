import { formatConfiguration } from "../../platform/json/format";

/** How a merge ended when its editor was closed. */
export type MergeEnd =
  /** The person completed it: this is what they settled on. */
  | { readonly kind: "completed"; readonly text: string }
  /** It was closed without being completed; this is what was saved of it until then. */
  | { readonly kind: "interrupted"; readonly text: string }
  /** It was saved with conflicts in it that nobody has decided. */
  | { readonly kind: "unresolved"; readonly text: string }
  /** Nothing was saved of it. */
  | { readonly kind: "dropped" };

/**
 * Tells when a merge is complete. The editor does not say so: “Complete Merge” saves the result and closes
 * the merge editor at once. A save alone, by a person or by auto-save, keeps a draft.
 */
export class MergeCompletion {
  /** What was saved last. */
  private draft: string | undefined;
  /** A person's save is the last thing that happened, and may turn out to be the end. */
  private mayBeEnd = false;
  private isAsked = false;

  /** @param isUnresolved whether conflicts are left in a result that nobody has decided, as far as that is known */
  constructor(private readonly isUnresolved: (result: string) => boolean = () => false) {}

  /**
   * The editor has saved the result.
   * @param byPerson whether a person asked for it, and not auto-save
   */
  saved(text: string, byPerson: boolean): void {
    this.draft = text;
    this.mayBeEnd = byPerson;
  }

  /** The merge editor is still open after the save, or something was typed since: it was a draft. */
  goesOn(): void {
    this.mayBeEnd = false;
  }

  /** The person asks to complete it: when the editor is closed now, that is the end, saved again or not. */
  completing(isAsked: boolean): void {
    this.isAsked = isAsked;
  }

  /** The merge editor was closed. */
  closed(): MergeEnd {
    if (this.draft === undefined) {
      return { kind: "dropped" };
    }
    if (hasConflictMarkers(this.draft) || (!this.isAsked && this.isUnresolved(this.draft))) {
      return { kind: "unresolved", text: this.draft };
    }
    return { kind: this.mayBeEnd || this.isAsked ? "completed" : "interrupted", text: this.draft };
  }
}

/**
 * Both sides as Git leaves them in a file: for what has these markers the merge editor does all that needs no
 * decision.
 * @param theirs JSON text as the service has it
 * @param yours as it was typed
 */
export function textWithConflict(theirs: string, yours: string): string {
  const laidOut = new TextDecoder().decode(formatConfiguration(theirs));
  return `<<<<<<< Theirs\n${laidOut}=======\n${yours}\n>>>>>>> Yours\n`;
}

/** Whether a text has lines as Git puts them around both sides of a conflict. No line of JSON begins so. */
function hasConflictMarkers(text: string): boolean {
  return /^(<{7}|={7}|>{7})(?= |\r?$)/m.test(text);
}
