import * as vscode from "vscode";
import type { Question } from "../flow/prompts";
import type { Step, StepResult } from "../flow/steps";
import { showInput } from "./rowChanges";

/** How a question ended. */
export type InputAnswer = StepResult | Step;

/** How a question is brought to its end. */
export interface InputResolvers {
  resolve(result: InputAnswer): void;
  reject(error: unknown): void;
}

/** Shows the input until it ends; leaving it in any way is a cancel, and aborts what it waits for. */
export function showInputUntilAnswered(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  { title, position, placeholder }: Question,
  listen: (end: InputResolvers, signal: AbortSignal) => void,
): Promise<InputAnswer> {
  input.title = title;
  if (position.totalSteps > 1) {
    input.step = position.step;
    input.totalSteps = position.totalSteps;
  }
  input.ignoreFocusOut = true;
  input.placeholder = placeholder;
  input.buttons = position.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  const left = new AbortController();
  const { promise, resolve, reject } = withResolvers<InputAnswer>();
  input.onDidTriggerButton((button) => {
    if (button === vscode.QuickInputButtons.Back) {
      resolve("back");
    }
  });
  // An Enter and what hides the input may arrive in one message: the Enter came first, and counts.
  input.onDidHide(() => setTimeout(() => resolve("cancel")));
  listen({ resolve: resolve, reject: reject }, left.signal);
  void showInput(input, left.signal);
  return promise.finally(() => {
    left.abort();
    input.dispose();
  });
}

/** Does one work at a time: the editor hands on an Enter from an input that is disabled, too. */
export function oneAtATime(input: vscode.QuickInput, end: InputResolvers) {
  let isBusy = false;
  return async <T>(work: () => T | Promise<T>): Promise<T | undefined> => {
    if (isBusy) {
      return undefined;
    }
    isBusy = true;
    input.busy = true;
    input.enabled = false;
    try {
      return await work();
    } catch (error) {
      end.reject(error);
      return undefined;
    } finally {
      isBusy = false;
      input.busy = false;
      input.enabled = true;
    }
  };
}

function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}
