/** What the person does with the question that is open. */
export interface PromptAction {
  /** Typed instead of what the box shows. */
  readonly types?: string;
  /** Label of the item that is chosen. */
  readonly picks?: string;
  /** Labels of all items that are picked, of many. */
  readonly picksAll?: readonly string[];
  /** Takes the clipboard, which has this. */
  readonly pastes?: string;
  readonly ends: "enter" | "back" | "escape";
}

export const enter = (types?: string): PromptAction => ({ ...typing(types), ends: "enter" });
export const back = (types?: string): PromptAction => ({ ...typing(types), ends: "back" });
export const escape = (types?: string): PromptAction => ({ ...typing(types), ends: "escape" });
export const pick = (label: string): PromptAction => ({ picks: label, ends: "enter" });

export const pickAll = (...labels: string[]): PromptAction => ({ picksAll: labels, ends: "enter" });
export const paste = (copied: string): PromptAction => ({ pastes: copied, ends: "enter" });

function typing(types: string | undefined) {
  return types === undefined ? {} : { types };
}
