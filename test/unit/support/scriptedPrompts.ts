import assert from "node:assert/strict";
import type {
  ManyQuestion,
  PickItem,
  PickQuestion,
  Prompts,
  Remark,
  TextQuestion,
} from "../../../src/platform/flow/prompts";
import type { Step, StepResult } from "../../../src/platform/flow/steps";
import type { PromptAction } from "./promptActions";

export { back, enter, escape, paste, pick, pickAll } from "./promptActions";

/** What the person saw of one question. */
export interface Seen {
  readonly title: string;
  /** Prompt of a box, placeholder of a list. */
  readonly asks: string;
  /** For example “2/3”. */
  readonly at: string;
  /** What stood in the box already, or the label of the item that was active. */
  readonly shows?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isSecret?: boolean;
  /** Every remark, the one it opened with included. */
  readonly remarks: string[];
  /** Labels of the items of a list, once all had arrived. */
  readonly items?: readonly Omit<PickItem<unknown>, "value">[];
}

/** A person with a plan. Behaves as the editor's boxes do: an error keeps a box open, Enter leaves it. */
export class ScriptedPrompts implements Prompts {
  readonly seen: Seen[] = [];
  private readonly deeds: PromptAction[];

  constructor(...deeds: PromptAction[]) {
    this.deeds = deeds;
  }

  async text(question: TextQuestion): Promise<StepResult | Step> {
    const { title, prompt: asks, value: shows, placeholder, isSecret = false } = question;
    const first = question.firstRemark ?? (shows ? question.remark(shows) : undefined);
    const remarks = first ? [first.text] : [];
    this.seen.push({ title, asks, at: at(question), shows, placeholder, isSecret, remarks });
    let value = shows;
    for (;;) {
      const deed = this.nextDeed(asks);
      assert.equal(deed.picks, undefined, `There is nothing to pick at “${asks}”`);
      assert.ok(deed.pastes === undefined || question.clipboard, `“${asks}” takes no clipboard`);
      const typed = deed.types ?? deed.pastes;
      if (typed !== undefined) {
        value = typed;
        question.onInput(value);
      }
      if (deed.ends !== "enter") {
        return leave(deed.ends);
      }
      const remark = question.remark(value);
      if (remark) {
        remarks.push(remark.text);
      }
      if (remark?.severity !== "error") {
        const answer = (await question.accept?.(new AbortController().signal)) ?? "next";
        if (!isRemark(answer)) {
          return answer;
        }
        remarks.push(answer.text);
      }
    }
  }

  async pick<T>(question: PickQuestion<T>): Promise<StepResult | Step> {
    const { title, placeholder: asks = "" } = question;
    const items = (await question.later) ?? question.items;
    const shows = items.find(({ value }) => question.isActive?.(value))?.label;
    this.seen.push({ title, asks, at: at(question), shows, remarks: [], items });
    const deed = this.nextDeed(asks);
    if (deed.ends !== "enter") {
      return leave(deed.ends);
    }
    const chosen = items.find(({ label }) => label === deed.picks);
    assert.ok(chosen, `“${asks}” does not offer “${deed.picks}”`);
    return question.accept(chosen.value, new AbortController().signal);
  }

  async pickMany<T>(question: ManyQuestion<T>): Promise<StepResult | Step> {
    const { title, placeholder: asks = "", items } = question;
    const picked = items.filter(({ value }) => question.isPicked(value));
    const shows = picked.map(({ label }) => label).join(", ");
    this.seen.push({ title, asks, at: at(question), shows, remarks: [], items });
    const { ends, picksAll } = this.nextDeed(asks);
    if (ends !== "enter") {
      return leave(ends);
    }
    const chosen = picksAll ? items.filter(({ label }) => picksAll.includes(label)) : picked;
    assert.equal(chosen.length, picksAll?.length ?? chosen.length, "It does not offer all of that");
    return question.accept(
      chosen.map(({ value }) => value),
      new AbortController().signal,
    );
  }

  /** Questions and where they stood, e.g. “Name 1/3”. */
  get path(): string[] {
    return this.seen.map(({ asks, at: place }) => `${asks} ${place}`);
  }

  get last(): Seen {
    const last = this.seen.at(-1);
    assert.ok(last, "Nothing was asked");
    return last;
  }

  private nextDeed(asks: string): PromptAction {
    const deed = this.deeds.shift();
    assert.ok(deed, `The script ends before “${asks}”`);
    return deed;
  }
}

function leave(ends: "back" | "escape"): StepResult {
  return ends === "back" ? "back" : "cancel";
}

function at({ position }: { position: { step: number; totalSteps: number } }): string {
  return `${position.step}/${position.totalSteps}`;
}

function isRemark(answer: StepResult | Step | Remark): answer is Remark {
  return typeof answer === "object" && "severity" in answer;
}
