import { button, element } from "./dom";

/** A tab and its panel. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly panel: HTMLElement;
}

/**
 * Tabs as the keyboard expects them: arrows go from one to the next, Tab goes into the panel.
 * @param chosen ID of the one that is open at first
 */
export function createTabs(
  label: string,
  tabs: readonly Tab[],
  chosen: string | undefined,
  onChoose: (id: string) => void,
): HTMLElement {
  const heads = tabs.map(({ id, label: text }) => {
    const head = button(text, () => choose(id), "tab");
    head.id = `tab-${id}`;
    head.setAttribute("role", "tab");
    head.setAttribute("aria-controls", `panel-${id}`);
    return head;
  });
  const list = element(
    "div",
    { className: "tabs", attributes: { role: "tablist", "aria-label": label } },
    ...heads,
  );
  const panels = tabs.map(({ id, panel }) => {
    const attributes = { role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}` };
    return element("div", { className: "panel", attributes }, panel);
  });
  const show = (id: string) => {
    for (const [index, tab] of tabs.entries()) {
      const isChosen = tab.id === id;
      const [head, panel] = [heads[index], panels[index]];
      head?.setAttribute("aria-selected", String(isChosen));
      if (head && panel) {
        head.tabIndex = isChosen ? 0 : -1;
        panel.hidden = !isChosen;
      }
    }
  };
  const choose = (id: string) => {
    show(id);
    onChoose(id);
  };
  list.addEventListener("keydown", (event) => {
    const current = heads.findIndex((head) => head === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: (current + heads.length - 1) % heads.length,
      ArrowRight: (current + 1) % heads.length,
      Home: 0,
      End: heads.length - 1,
    };
    const next = steps[event.key];
    const tab = next === undefined ? undefined : tabs[next];
    if (next !== undefined && tab) {
      event.preventDefault();
      choose(tab.id);
      heads[next]?.focus();
    }
  });
  const first = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  show(first?.id ?? "");
  return element("div", { className: "view" }, list, ...panels);
}
