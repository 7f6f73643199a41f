import * as vscode from "vscode";
import type {
  ManyQuestion,
  PickItem,
  PickQuestion,
  Prompts,
  Remark,
  TextQuestion,
} from "../flow/prompts";
import { showInputUntilAnswered, oneAtATime, type InputAnswer } from "./quickInput";
import { quickPickItems, type QuickPickEntry } from "./quickPickItems";

/** Asks with the editor's input boxes and quick picks. They stay when the focus leaves; Esc cancels. */
export class QuickPrompts implements Prompts {
  /** Asks for a text, in an input box. */
  text(question: TextQuestion): Promise<InputAnswer> {
    const box = vscode.window.createInputBox();
    box.prompt = question.prompt;
    box.value = question.value;
    // A box holds one line; what it was given goes on as it is, as long as nobody has typed.
    let whole = question.value;
    const exact = (value: string) => (value === oneLine(whole) ? whole : value);
    box.password = question.isSecret ?? false;
    const say = (remark: Remark | undefined) => {
      box.validationMessage = remark && {
        message: remark.text,
        severity: severities[remark.severity],
      };
    };
    say(question.firstRemark ?? (question.value ? question.remark(question.value) : undefined));
    return showInputUntilAnswered(box, question, (end, signal) => {
      const { help } = question;
      if (help) {
        addButton(box, "link-external", help.label, () =>
          vscode.env.openExternal(vscode.Uri.parse(help.url)),
        );
      }
      const run = oneAtATime(box, end);
      let refused: string | undefined;
      box.onDidChangeValue((shown) => {
        const value = exact(shown);
        question.onInput(value);
        // The editor tells of a value that was pasted in its own time: the reason why it was refused stays.
        if (value !== refused) {
          refused = undefined;
          say(question.remark(value));
        }
      });
      const accept = async (value: string) => {
        const answer = await run(() => {
          question.onInput(value);
          const remark = question.remark(value);
          return remark?.severity === "error" ? remark : (question.accept?.(signal) ?? "next");
        });
        if (typeof answer === "object" && "severity" in answer) {
          refused = value;
          say(answer);
        } else if (answer !== undefined) {
          end.resolve(answer);
        }
      };
      box.onDidAccept(() => accept(exact(box.value)));
      if (question.clipboard) {
        addButton(box, "clippy", question.clipboard, async () => {
          whole = await vscode.env.clipboard.readText();
          box.value = whole;
          await accept(whole);
        });
      }
    });
  }

  /** Asks for one of some items, in a list. */
  pick<T>(question: PickQuestion<T>): Promise<InputAnswer> {
    const list = vscode.window.createQuickPick<QuickPickEntry<T>>();
    list.matchOnDescription = true;
    list.matchOnDetail = true;
    const show = (items: readonly PickItem<T>[]) => {
      const active = list.activeItems[0]?.item.value;
      list.items = quickPickItems(items);
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
    return showInputUntilAnswered(list, question, (end, signal) => {
      list.busy = question.later !== undefined;
      void question.later?.then((items) => {
        if (!signal.aborted) {
          list.busy = false;
          show(items);
        }
      });
      list.onDidChangeActive(([active]) => {
        if (active) {
          question.onActive?.(active.item.value);
        } else if (question.later && list.value) {
          // A filter typed just when the items were replaced has hidden the one that was made active, and Enter would
          // take none. With items given anew, the editor makes the first that is left active.
          list.items = [...list.items];
        }
      });
      const run = oneAtATime(list, end);
      list.onDidAccept(async () => {
        const [chosen] = list.selectedItems;
        if (chosen) {
          const answer = await run(() => question.accept(chosen.item.value, signal));
          if (answer !== undefined) {
            end.resolve(answer);
          }
        }
      });
    });
  }

  /** Asks for any number of items, in a list with check boxes. */
  pickMany<T>(question: ManyQuestion<T>): Promise<InputAnswer> {
    const list = vscode.window.createQuickPick<QuickPickEntry<T>>();
    list.canSelectMany = true;
    list.matchOnDescription = true;
    list.items = quickPickItems(question.items);
    list.selectedItems = list.items.filter(({ item }) => question.isPicked(item.value));
    return showInputUntilAnswered(list, question, (end, signal) => {
      const run = oneAtATime(list, end);
      list.onDidAccept(async () => {
        const values = list.selectedItems.map(({ item }) => item.value);
        const answer = await run(() => question.accept(values, signal));
        if (answer !== undefined) {
          end.resolve(answer);
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

/** What a box makes of a text. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, "");
}

function addButton(box: vscode.InputBox, icon: string, tooltip: string, run: () => unknown): void {
  const button = { iconPath: new vscode.ThemeIcon(icon), tooltip };
  box.buttons = [...box.buttons, button];
  box.onDidTriggerButton((pressed) => pressed === button && run());
}
