import type { PickQuestion, Prompts } from "./prompts";
import { onlyStep } from "./steps";

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
