/** What the source's accounts are. */
export const accounts = [
  { no: "1001", title: "Harbour News", role: "owner" },
  { no: "1002", title: "Lighthouse Weekly", role: "reader" },
] as const;

const campaigns = ["Spring", "Summer", "Autumn"] as const;

/** A row for each day and campaign, the same for the same day. @param from `YYYY-MM-DD` */
export function days(account: string, from: string | null, to: string | null) {
  const first = Date.parse(from ?? "2026-01-01");
  const last = Date.parse(to ?? "2026-01-07");
  const count = Math.max(0, Math.min(366, (last - first) / 86_400_000 + 1));
  return Array.from({ length: count }, (_, index) => first + index * 86_400_000).flatMap((time) =>
    campaigns.map((name, place) => {
      const opens = ((time / 86_400_000) * (place + 3) + account.length) % 97;
      const day = new Date(time).toISOString().slice(0, 10);
      return { day, campaign: { name }, opens, revenue: (opens * 31) / 100 };
    }),
  );
}

/** One page of 25 items. */
export function pageOf(page: number, size: number) {
  const ids = Array.from({ length: 25 }, (_, index) => index + 1);
  const items = ids.slice((page - 1) * size, page * size).map((id) => ({ id, name: `Item ${id}` }));
  return { items, next: page * size < ids.length ? page + 1 : null };
}

/** Numbers beyond what JavaScript holds, keys with dots, lists in lists, and keys that are data. */
export const oddResponse = `{
  "rows": [
    {"id": 12345678901234567890, "a.b": 1.0, "tags": ["x", "y"], "none": null, "deep": {"list": [{"n": 1}]}},
    {"id": 12345678901234567891, "a.b": "2", "tags": [], "deep": {"list": []}}
  ],
  "byCity": {"Oulu": {"people": 4}, "Turku": {"people": 2}},
  "shops": [
    {"town": "Oulu", "visits": [{"hour": 9, "people": 4}, {"hour": 10, "people": 11}]},
    {"town": "Turku", "visits": [{"hour": 9, "people": 2}]}
  ]
}`;

/** Kept, so that measurements count the client's time. */
const made = new Map<number, string>();

/** As many rows as asked for. */
export function rowsOf(count: number): string {
  const known = made.get(count) ?? JSON.stringify({ rows: Array.from({ length: count }, rowOf) });
  made.set(count, known);
  return known;
}

function rowOf(_: unknown, index: number) {
  return {
    day: new Date(Date.UTC(2026, 0, 1 + (index % 365))).toISOString().slice(0, 10),
    name: `Row ${index}`,
    value: index % 1000,
  };
}
