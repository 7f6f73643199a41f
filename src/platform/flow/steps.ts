/** Where a question stands: for the “2/3” in its title. */
export interface Position {
  readonly step: number;
  readonly totalSteps: number;
}

/** For a question that is not part of a flow. */
export const onlyStep: Position = { step: 1, totalSteps: 1 };

/** How a question ended. What was typed is not here: a step writes it into the draft at every keystroke. */
export type StepResult = "next" | "back" | "cancel";

/** One question of a flow. */
export interface Step {
  /** Whether the question is asked at all, given the answers so far. */
  readonly applies?: () => boolean;
  readonly ask: (position: Position) => Promise<StepResult | Step>;
}

/**
 * Asks the steps one after the other; “back” leads to the step before. A step may answer with another
 * step, where the flow then goes on.
 * @param start where to begin, for a flow that is taken up again
 * @returns whether the person went through to the end
 */
export async function runSteps(steps: readonly Step[], start?: Step): Promise<boolean> {
  let current = start ?? steps.find(isAsked);
  while (current) {
    const asked = steps.filter((step) => step === current || isAsked(step));
    const index = asked.indexOf(current);
    const result = await current.ask({ step: index + 1, totalSteps: asked.length });
    if (result === "cancel") {
      return false;
    }
    if (result === "back") {
      current = asked[Math.max(0, index - 1)];
    } else if (result === "next") {
      current = nextAsked(steps, current);
    } else {
      current = result;
    }
  }
  return true;
}

function nextAsked(steps: readonly Step[], current: Step): Step | undefined {
  return steps.slice(steps.indexOf(current) + 1).find(isAsked);
}

function isAsked(step: Step): boolean {
  return step.applies?.() ?? true;
}
