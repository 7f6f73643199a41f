import * as vscode from "vscode";
import { singleLine } from "../words/plainText";
import type { PickItem } from "../flow/prompts";

/** An item of a quick pick, with the choice that it stands for. */
export interface QuickPickEntry<T> extends vscode.QuickPickItem {
  readonly item: PickItem<T>;
}

/** Items as the editor wants them, a heading above each group. */
export function quickPickItems<T>(items: readonly PickItem<T>[]): QuickPickEntry<T>[] {
  let group: string | undefined;
  return items.flatMap((item) => {
    const heading =
      item.group !== group && item.group
        ? [{ label: item.group, kind: vscode.QuickPickItemKind.Separator, item }]
        : [];
    group = item.group;
    return [...heading, quickPickItem(item)];
  });
}

function quickPickItem<T>(item: PickItem<T>): QuickPickEntry<T> {
  const { label, description, detail, icon, alwaysShow } = item;
  return {
    label: withoutIcons(label),
    item,
    ...(description && { description: withoutIcons(description) }),
    ...(detail && { detail: withoutIcons(detail) }),
    ...(icon && { iconPath: new vscode.ThemeIcon(icon) }),
    ...(alwaysShow && { alwaysShow }),
  };
}

/** A connector may be called “$(trash)”. */
function withoutIcons(text: string): string {
  return singleLine(text).replace(/\$\(/g, "\\$(");
}
