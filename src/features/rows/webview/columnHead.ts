import type { ColumnProfile } from "../columnProfile";
import type { RunColumn } from "../runResult";
import { drawn, element } from "./dom";
import type { ViewTexts } from "./viewTexts";

const chartWidth = 120;
const chartHeight = 28;

/** What the head of a column says of it: label, runtime ID, data type. */
export function headTexts({ label, id, dataType }: RunColumn): HTMLElement {
  return element(
    "div",
    { className: "head-texts" },
    element("div", { className: "head-label", text: label || id }),
    element("div", { className: "head-id", text: id }),
    element("div", { className: "head-type", text: dataType }),
  );
}

/** What is in the column, once that is known: shares, ends, and a small chart. */
export function headProfile(
  { label, id }: RunColumn,
  profile: ColumnProfile,
  rowCount: number,
  viewTexts: ViewTexts,
): HTMLElement {
  const { empty, distinct, smallest, largest, bars } = profile;
  const share = viewTexts.text(
    "emptyShare",
    viewTexts.percent(rowCount > 0 ? empty / rowCount : 0),
  );
  const range =
    smallest === undefined || largest === undefined
      ? ""
      : smallest === largest
        ? shortened(smallest)
        : viewTexts.text("range", shortened(smallest), shortened(largest));
  const chart =
    bars.length > 0 ? [barChart(profile, viewTexts.text("spread", label || id), viewTexts)] : [];
  return element(
    "div",
    { className: "head-profile" },
    ...chart,
    element("div", { text: `${share} · ${viewTexts.text("distinct", distinct)}` }),
    element("div", { className: "head-range", text: range, attributes: { title: range } }),
  );
}

function barChart(
  { bars, kind }: ColumnProfile,
  label: string,
  viewTexts: ViewTexts,
): SVGSVGElement {
  const chart = drawn("svg", {
    class: `chart ${kind}`,
    viewBox: `0 0 ${chartWidth} ${chartHeight}`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": label,
  });
  const most = Math.max(...bars.map(({ count }) => count));
  const width = chartWidth / bars.length;
  for (const [index, { label: values, count }] of bars.entries()) {
    const height = count > 0 ? Math.max(1, (count / most) * chartHeight) : 0;
    const bar = drawn("rect", {
      x: index * width,
      y: chartHeight - height,
      width: Math.max(1, width - 1),
      height,
    });
    const title = drawn("title", {});
    title.textContent = viewTexts.text("bar", values, count);
    bar.append(title);
    chart.append(bar);
  }
  return chart;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
