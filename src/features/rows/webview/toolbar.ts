import type { RowsViewCommand, ShownChanges } from "../rowsMessages";
import { button, element } from "./dom";
import { post, type ViewState } from "./viewState";
import type { RowsTextName } from "./rowsTexts";
import type { ViewTexts } from "./viewTexts";

/** What the toolbar reports. */
export interface ToolbarActions {
  /** The person has set something else. */
  readonly changed: (change: ViewState) => void;
}

/** What stands above the grid. */
export interface Toolbar {
  readonly root: HTMLElement;
  readonly search: HTMLInputElement;
  /** Says how many rows there are, also to a screen reader. */
  readonly say: (text: string) => void;
  /** Says what has changed since the previous run, where there was one. */
  readonly showChanges: (changes: ShownChanges | undefined) => void;
}

const choices: readonly (readonly [string, RowsTextName])[] = [
  ["all", "showAll"],
  ["changes", "showChanges"],
  ["added", "showAdded"],
  ["changed", "showChanged"],
  ["gone", "showGone"],
];

/**
 * The search box, the choice of rows by what has become of them, and the count.
 * @param state what was set before
 */
export function createToolbar(
  viewTexts: ViewTexts,
  state: ViewState,
  actions: ToolbarActions,
): Toolbar {
  const { text } = viewTexts;
  const search = element("input", {
    className: "search",
    attributes: { "aria-label": text("search"), placeholder: text("search"), spellcheck: "false" },
  });
  search.type = "search";
  search.value = state.search ?? "";
  search.addEventListener("input", () => actions.changed({ search: search.value }));

  const show = element("select", { attributes: { "aria-label": text("show") } });
  show.append(
    ...choices.map(([value, name]) =>
      element("option", { text: text(name), attributes: { value } }),
    ),
  );
  show.value = state.show ?? "all";
  show.addEventListener("change", () => actions.changed({ show: show.value }));

  const statistics = button(text("statistics"), () => {
    const isOn = statistics.getAttribute("aria-pressed") !== "true";
    statistics.setAttribute("aria-pressed", String(isOn));
    actions.changed({ hasStatistics: isOn });
  });
  statistics.setAttribute("aria-pressed", String(state.hasStatistics !== false));

  const count = element("span", { className: "count", attributes: { role: "status" } });
  const changed = element("span", { className: "changes" });
  const command = (name: RowsTextName, wanted: RowsViewCommand) =>
    button(text(name), () => post({ type: "command", command: wanted }));
  const parts = [
    search,
    show,
    statistics,
    command("copy", "copyRows"),
    command("save", "saveRows"),
    count,
    changed,
  ];
  show.hidden = true;
  return {
    root: element("div", { className: "toolbar" }, ...parts),
    search,
    say: (message) => {
      if (count.textContent !== message) {
        count.textContent = message;
      }
    },
    showChanges: (changes) => {
      show.hidden = !changes;
      changed.textContent = changes ? changesText(changes, viewTexts) : "";
    },
  };
}

function changesText(changes: ShownChanges, { text }: ViewTexts): string {
  const { added, changed, gone, addedColumns, goneColumns } = changes;
  const isSame = added.length + changed.length + gone.count === 0;
  return [
    isSame ? text("noChanges") : text("changes", added.length, changed.length, gone.count),
    addedColumns.length > 0 ? text("columnsAdded", addedColumns.join(", ")) : "",
    goneColumns.length > 0 ? text("columnsGone", goneColumns.join(", ")) : "",
  ]
    .filter(Boolean)
    .join(". ");
}
