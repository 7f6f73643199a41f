/** What the person does with the question that is open. */
export interface Deed {
  /** Typed instead of what the box shows. */
  readonly types?: string;
  /** Label of the item that is chosen. */
  readonly picks?: string;
  readonly ends: "enter" | "back" | "escape";
}

export const enter = (types?: string): Deed => ({ ...typing(types), ends: "enter" });
export const back = (types?: string): Deed => ({ ...typing(types), ends: "back" });
export const escape = (types?: string): Deed => ({ ...typing(types), ends: "escape" });
export const pick = (label: string): Deed => ({ picks: label, ends: "enter" });

function typing(types: string | undefined) {
  return types === undefined ? {} : { types };
}
