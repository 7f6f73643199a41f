import type { RunColumn, RunResult } from "../../../src/features/rows/runResult";

const columns: readonly RunColumn[] = [
  {
    id: "days__date",
    label: "Date",
    dataType: "string.time.date",
    place: "/reporting/reportTypes/0/fields/0",
    path: "$.date",
  },
  {
    id: "days__newsletter",
    label: "Newsletter",
    dataType: "string.text.value",
    place: "/reporting/reportTypes/0/fields/1",
    path: "$.newsletter",
  },
  {
    id: "days__opens",
    label: "Opens",
    dataType: "int.number.value",
    place: "/reporting/reportTypes/0/fields/2",
    path: "$.counts.opens",
  },
  {
    id: "days__cost",
    label: "Cost",
    dataType: "float.currency.value",
    place: "/reporting/reportTypes/0/fields/3",
    path: "$.cost",
  },
  {
    id: "days__tag",
    label: "Tag",
    dataType: "string.text.value",
    place: "/reporting/reportTypes/0/fields/4",
    path: "$.tag",
  },
];

const names = ["Harbour News", "Harbour Weekly", "Sales, offers & more", "=SUM(A1)"];

/** A run with this many rows, as a preview would give it. */
export function runWith(count: number, change: Partial<RunResult> = {}): RunResult {
  const rows = Array.from({ length: count }, (_, row) => [
    new Date(Date.UTC(2026, 0, 1 + (row % 90))).toISOString().slice(0, 10),
    names[row % names.length] ?? "",
    (row * 37) % 1000,
    row % 10 === 3 ? undefined : ((row * 13) % 500) / 4,
    row % 3 === 0 ? null : `tag ${row % 50}`,
  ]);
  const body = JSON.stringify({
    data: rows.slice(0, 1000).map(([date, newsletter, opens, cost, tag]) => ({
      date,
      newsletter,
      counts: { opens },
      cost,
      tag,
    })),
  });
  return {
    kind: "preview",
    key: "T3S70 days",
    title: "Harbour Mail: Newsletters by day",
    startedAt: Date.UTC(2026, 10, 2, 14, 5, 30),
    milliseconds: 812,
    columns,
    rows,
    rowPlaces: rows.map((_, row) => `/data/${row}`),
    request: {
      method: "GET",
      url: "https://api.example.com/days?from=2026-01-01",
      headers: [
        ["Accept", "application/json"],
        ["Authorization", "Bearer $ACCESS_TOKEN"],
      ],
    },
    response: {
      status: 200,
      headers: [["Content-Type", "application/json"]],
      body,
      bytes: body.length,
      milliseconds: 790,
    },
    remarks: [
      {
        text: "Paging isn't evaluated in a preview. Use a test run instead.",
        place: "/reporting/reportTypes/0/paging",
      },
    ],
    document: "file:///connector.json",
    ...change,
  };
}
