import * as vscode from "vscode";
import type {
  PickItem,
  PickQuestion,
  Prompts,
  Question,
  Remark,
  TextQuestion,
} from "../core/prompts";
import type { Step, StepResult } from "../core/steps";
import { entries, type Entry } from "./quickPickEntries";

type Result = StepResult | Step;

/** Asks with the editor's input boxes and quick picks. They stay when the focus leaves; Esc cancels. */
export class QuickPrompts implements Prompts {
  text(question: TextQuestion): Promise<Result> {
    const box = vscode.window.createInputBox();
    box.prompt = question.prompt;
    box.value = question.value;
    box.password = question.isSecret ?? false;
    const say = (remark: Remark | undefined) => {
      box.validationMessage = remark && {
        message: remark.text,
        severity: severities[remark.severity],
      };
    };
    say(question.firstRemark ?? (question.value ? question.remark(question.value) : undefined));
    return ask(box, question, (end, signal) => {
      if (question.help) {
        addHelp(box, question.help);
      }
      box.onDidChangeValue((value) => {
        question.onInput(value);
        say(question.remark(value));
      });
      box.onDidAccept(async () => {
        const remark = question.remark(box.value);
        if (remark?.severity === "error") {
          say(remark);
          return;
        }
        const answer = await whileBusy(box, end, () => question.accept?.(signal) ?? "next");
        if (typeof answer === "object" && "severity" in answer) {
          say(answer);
        } else if (answer !== undefined) {
          end.with(answer);
        }
      });
    });
  }

  pick<T>(question: PickQuestion<T>): Promise<Result> {
    const list = vscode.window.createQuickPick<Entry<T>>();
    list.matchOnDescription = true;
    list.matchOnDetail = true;
    const show = (items: readonly PickItem<T>[]) => {
      const active = list.activeItems[0]?.item.value;
      list.items = entries(items);
      const wanted = list.items.find(
        ({ item, kind }) =>
          kind !== vscode.QuickPickItemKind.Separator &&
          (question.isActive?.(item.value) ?? item.value === active),
      );
      // A filter that was typed meanwhile chooses for itself.
      if (wanted && !list.value) {
        list.activeItems = [wanted];
      }
    };
    show(question.items);
    return ask(list, question, (end, signal) => {
      list.busy = question.later !== undefined;
      void question.later?.then((items) => {
        if (!signal.aborted) {
          list.busy = false;
          show(items);
        }
      });
      list.onDidAccept(async () => {
        const [chosen] = list.selectedItems;
        if (chosen) {
          const answer = await whileBusy(list, end, () =>
            question.accept(chosen.item.value, signal),
          );
          if (answer !== undefined) {
            end.with(answer);
          }
        }
      });
    });
  }
}

const severities: Record<Remark["severity"], vscode.InputBoxValidationSeverity> = {
  error: vscode.InputBoxValidationSeverity.Error,
  warning: vscode.InputBoxValidationSeverity.Warning,
  info: vscode.InputBoxValidationSeverity.Info,
};

interface End {
  with(result: Result): void;
  fail(error: unknown): void;
}

/** Shows the input until it ends; leaving it in any way is a cancel, and aborts what it waits for. */
function ask(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  { title, position, placeholder }: Question,
  listen: (end: End, signal: AbortSignal) => void,
): Promise<Result> {
  input.title = title;
  if (position.totalSteps > 1) {
    input.step = position.step;
    input.totalSteps = position.totalSteps;
  }
  input.ignoreFocusOut = true;
  input.placeholder = placeholder;
  input.buttons = position.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  const left = new AbortController();
  const { promise, resolve, reject } = withResolvers<Result>();
  input.onDidTriggerButton((button) => {
    if (button === vscode.QuickInputButtons.Back) {
      resolve("back");
    }
  });
  // An Enter and what hides the input may arrive in one message: the Enter came first, and counts.
  input.onDidHide(() => setTimeout(() => resolve("cancel")));
  listen({ with: resolve, fail: reject }, left.signal);
  input.show();
  return promise.finally(() => {
    left.abort();
    input.dispose();
  });
}

async function whileBusy<T>(
  input: vscode.QuickInput,
  end: End,
  work: () => T | Promise<T>,
): Promise<T | undefined> {
  input.busy = true;
  input.enabled = false;
  try {
    return await work();
  } catch (error) {
    end.fail(error);
    return undefined;
  } finally {
    input.busy = false;
    input.enabled = true;
  }
}

function addHelp(box: vscode.InputBox, { label, url }: NonNullable<TextQuestion["help"]>): void {
  const button = { iconPath: new vscode.ThemeIcon("link-external"), tooltip: label };
  box.buttons = [...box.buttons, button];
  box.onDidTriggerButton((pressed) => {
    if (pressed === button) {
      void vscode.env.openExternal(vscode.Uri.parse(url));
    }
  });
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
