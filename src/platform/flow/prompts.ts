import { type Position, type Step, type StepResult, onlyStep } from "./steps";

/** Said under an input box while the person types; an error keeps Enter from going on. */
export interface Remark {
  readonly severity: "error" | "warning" | "info";
  readonly text: string;
}

/** What all questions of a flow have. */
export interface Question {
  readonly title: string;
  readonly position: Position;
  readonly placeholder?: string;
}

/** A question that is answered with a text. */
export interface TextQuestion extends Question {
  readonly prompt: string;
  readonly value: string;
  /** Masks what is typed. */
  readonly isSecret?: boolean;
  /** Shown until something is typed, e.g. why the answer given before was refused. */
  readonly firstRemark?: Remark | undefined;
  readonly remark: (value: string) => Remark | undefined;
  /** Called at every keystroke, so that nothing typed is lost however the question ends. */
  readonly onInput: (value: string) => void;
  /** A page on the web that helps with the answer. */
  readonly help?: { readonly label: string; readonly url: string };
  /** Label of a button that answers with what the clipboard has, line breaks included. */
  readonly clipboard?: string;
  /** Checks the answer while the box shows that it is busy; a remark keeps it open. */
  readonly accept?: (signal: AbortSignal) => Promise<StepResult | Step | Remark>;
}

/** A row to pick. */
export interface PickItem<T> {
  readonly label: string;
  readonly description?: string | undefined;
  readonly detail?: string | undefined;
  /** Id of a product icon. */
  readonly icon?: string;
  /** Stays in the list whatever is typed as the filter. */
  readonly alwaysShow?: boolean;
  /** Items of one group stand under its heading. */
  readonly group?: string;
  readonly value: T;
}

/** A question that is answered by picking a row. */
export interface PickQuestion<T> extends Question {
  readonly items: readonly PickItem<T>[];
  /** Replaces the items when it arrives; the list shows that it is busy until then. Does not reject. */
  readonly later?: Promise<readonly PickItem<T>[]> | undefined;
  /** Which item is active at first. */
  readonly isActive?: (value: T) => boolean;
  /** Called when an item becomes the active one, at first too. */
  readonly onActive?: (value: T) => void;
  readonly accept: (
    value: T,
    signal: AbortSignal,
  ) => StepResult | Step | Promise<StepResult | Step>;
}

/** A question that any number of items answers. */
export interface ManyQuestion<T> extends Question {
  readonly items: readonly PickItem<T>[];
  /** Which items are picked at first. */
  readonly isPicked: (value: T) => boolean;
  readonly accept: (values: readonly T[], signal: AbortSignal) => StepResult | Step;
}

/** Asks the person. The editor's quick inputs in the product, a script in tests. */
export interface Prompts {
  text(question: TextQuestion): Promise<StepResult | Step>;
  pick<T>(question: PickQuestion<T>): Promise<StepResult | Step>;
  pickMany<T>(question: ManyQuestion<T>): Promise<StepResult | Step>;
}

/** Asks for one of the items, in a question that is part of no flow; undefined when the person cancels. */
export async function pickOne<T>(
  prompts: Prompts,
  question: Pick<PickQuestion<T>, "title" | "placeholder" | "items">,
): Promise<T | undefined> {
  let picked: T | undefined;
  await prompts.pick<T>({
    ...question,
    position: onlyStep,
    accept: (value) => {
      picked = value;
      return "next";
    },
  });
  return picked;
}
