import * as l10n from "@vscode/l10n";
import { decodeChanges, decodeRows, type RunHead, type ToRowsView } from "../rowsMessages";
import { requestPane, responsePane, runPane } from "./detailPanes";
import { button, element } from "./dom";
import { RowsPane } from "./rowsPane";
import { createTabs } from "./tabs";
import { changeState, post, readState } from "./viewState";
import { createViewTexts, type ViewTexts } from "./viewTexts";

let viewTexts: ViewTexts | undefined;
let shown: { readonly run: number; readonly rows: RowsPane } | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToRowsView>) => receive(data));

window.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f" && shown) {
    event.preventDefault();
    document.getElementById("tab-rows")?.click();
    shown.rows.focusSearch();
  }
});

post({ type: "ready" });

function receive(message: ToRowsView): void {
  switch (message.type) {
    case "language":
      l10n.config({ contents: JSON.stringify(message.translations) });
      viewTexts = createViewTexts(message.language);
      return;
    case "run":
      showRun(message.run, message.head);
      return;
    case "rows":
      ofRun(message.run)?.add(decodeRows(message.packed));
      return;
    case "changes":
      ofRun(message.run)?.finish(message.packed && decodeChanges(message.packed));
      return;
    case "lost":
      showLost();
      return;
    case "askRows":
      post({ type: "rows", request: message.request, rows: shown?.rows.wanted ?? [] });
      return;
  }
}

function ofRun(run: number): RowsPane | undefined {
  return shown?.run === run ? shown.rows : undefined;
}

function showRun(run: number, head: RunHead): void {
  if (!viewTexts) {
    return;
  }
  const { text } = viewTexts;
  const rows = new RowsPane(head, viewTexts);
  shown = { run, rows };
  changeState({ key: head.key });
  const title = element(
    "header",
    {},
    element("h1", { text: head.title }),
    element("span", {
      className: "when",
      text: `${head.startedAt} · ${text("seconds", head.milliseconds / 1000)}`,
    }),
    button(text("runAgain"), () => post({ type: "command", command: "runAgain" }), "primary"),
  );
  const tabs = createTabs(
    text("views"),
    [
      { id: "rows", label: text("rows"), panel: rows.root },
      { id: "response", label: text("response"), panel: responsePane(head, viewTexts) },
      { id: "request", label: text("request"), panel: requestPane(head, viewTexts) },
      { id: "run", label: remarksLabel(head, viewTexts), panel: runPane(head, viewTexts) },
    ],
    readState().tab,
    (tab) => changeState({ tab }),
  );
  document.body.replaceChildren(element("main", {}, title, tabs));
  if (head.rowCount === 0) {
    rows.add({ count: 0, columns: head.columns.map(() => []) });
  }
}

function remarksLabel({ remarks }: RunHead, { text, number }: ViewTexts): string {
  return remarks.length > 0 ? `${text("run")} (${number(remarks.length)})` : text("run");
}

function showLost(): void {
  shown = undefined;
  const heading = element("h1", { text: viewTexts?.text("rows") ?? "" });
  const again = button(
    viewTexts?.text("runAgain") ?? "",
    () => post({ type: "command", command: "runAgain" }),
    "primary",
  );
  const actions = readState().key === undefined ? [] : [again];
  const text = viewTexts?.text("rowsLost") ?? "";
  document.body.replaceChildren(
    element(
      "main",
      {},
      element("header", {}, heading, ...actions),
      element("p", { className: "note", text }),
    ),
  );
}
