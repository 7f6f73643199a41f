import type { RunHead, RowsViewCommand } from "../rowsMessages";
import { button, element } from "./dom";
import { post } from "./viewState";
import type { RowsTextName } from "./rowsTexts";
import type { ViewTexts } from "./viewTexts";

/** Status, time, size, headers, and the beginning of the body of a response. */
export function responsePane({ response }: RunHead, viewTexts: ViewTexts): HTMLElement {
  const { text } = viewTexts;
  if (!response) {
    return pane(note(text("noResponse")));
  }
  const { status, milliseconds, bytes, headers, bodyStart, isCut } = response;
  return pane(
    actions(viewTexts, ["openResponse", "openResponse"]),
    facts([
      [text("status"), String(status)],
      [text("time"), seconds(milliseconds, viewTexts)],
      [text("size"), text("bytes", bytes)],
    ]),
    headerTable(headers, viewTexts),
    heading(text("body")),
    bodyStart ? preformatted(bodyStart, text("body")) : note(text("noBody")),
    ...(isCut ? [note(text("bodyCut"))] : []),
  );
}

/** The request as it was sent, credentials masked. */
export function requestPane({ request }: RunHead, viewTexts: ViewTexts): HTMLElement {
  const { text } = viewTexts;
  if (!request) {
    return pane(note(text("noRequest")));
  }
  const { method, url, headers, body } = request;
  return pane(
    actions(viewTexts, ["copyAsCurl", "copyAsCurl"]),
    preformatted(`${method} ${url}`, text("request")),
    headerTable(headers, viewTexts),
    ...(body === undefined ? [] : [heading(text("body")), preformatted(body, text("body"))]),
  );
}

/** When it ran, how long, and what is to be said about it; each remark leads to its place. */
export function runPane(
  { startedAt, milliseconds, rowCount, remarks, hasDocument }: RunHead,
  viewTexts: ViewTexts,
) {
  const { text } = viewTexts;
  const items = remarks.map((remark, index) => {
    const item = element("li", {}, element("span", { text: remark.text }));
    if (hasDocument && remark.place !== undefined) {
      item.append(
        button(text("goToPlace"), () => post({ type: "openRemark", remark: index }), "link"),
      );
    }
    return item;
  });
  return pane(
    actions(viewTexts, ["runAgain", "runAgain"]),
    facts([
      [text("started"), startedAt],
      [text("took"), seconds(milliseconds, viewTexts)],
      [text("rows"), viewTexts.number(rowCount)],
    ]),
    heading(text("remarks")),
    items.length > 0 ? element("ul", {}, ...items) : note(text("noRemarks")),
  );
}

function pane(...children: readonly Node[]): HTMLElement {
  return element("div", { className: "detail-pane" }, ...children);
}

function actions(
  { text }: ViewTexts,
  ...named: readonly (readonly [RowsTextName, RowsViewCommand])[]
) {
  const buttons = named.map(([name, command]) =>
    button(text(name), () => post({ type: "command", command }), "primary"),
  );
  return element("div", { className: "toolbar" }, ...buttons);
}

function heading(text: string): HTMLElement {
  return element("h2", { text });
}

function note(text: string): HTMLElement {
  return element("p", { className: "note", text });
}

function preformatted(text: string, label: string): HTMLElement {
  const attributes = { tabindex: 0, role: "region", "aria-label": label };
  return element("pre", { text, attributes });
}

function facts(pairs: readonly (readonly [string, string])[]): HTMLElement {
  const list = element("dl");
  for (const [name, value] of pairs) {
    list.append(element("div", {}, element("dt", { text: name }), element("dd", { text: value })));
  }
  return list;
}

function headerTable(
  headers: readonly (readonly [string, string])[],
  { text }: ViewTexts,
): HTMLElement {
  const table = element("table");
  table.createTHead().append(line("th", [text("name"), text("value")]));
  table.createTBody().append(...headers.map((header) => line("td", header)));
  table.createCaption().textContent = text("headers");
  return table;
}

function line(name: "th" | "td", texts: readonly string[]): HTMLElement {
  return element("tr", {}, ...texts.map((text) => element(name, { text })));
}

function seconds(milliseconds: number, { text }: ViewTexts): string {
  return text("seconds", milliseconds / 1000);
}
