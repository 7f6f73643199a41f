import type { LogEntry } from "../../sandbox/model";

export const requestId = (n: number) => `5f0c8e0e-5f5e-4d5e-8f0e-${String(n).padStart(12, "0")}`;

const kinds: readonly Partial<LogEntry>[] = [
  {
    event: "report.fetch",
    request: "GET /v3/newsletters/days?from=2026-11-01&access_token=3f9a1c",
    duration_ms: 1204,
  },
  { event: "report.fetch", request: "GET /v3/newsletters/days?page=2", duration_ms: 873 },
  { event: "report.fetch", request: "GET /v3/lists", status: 429, duration_ms: 41 },
  { event: "auth.token.refresh", request: "POST /oauth/token", status: 401, duration_ms: 187 },
  { event: "connection.opened", request: null, status: null, duration_ms: null, request_id: null },
];

/** Entries with credentials in them, from now on back, so many seconds apart. */
export function logs(count: number, seconds = 40): LogEntry[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index): LogEntry => {
    const kind = kinds[index % kinds.length] ?? {};
    return {
      id: `${count - index}-log`,
      log_time: new Date(now - (index + 1) * seconds * 1000).toISOString(),
      status: 200,
      event: null,
      request: null,
      duration_ms: null,
      request_id: requestId(count - index),
      details: {
        url: "https://api.example.com/v3/newsletters/days?access_token=3f9a1c",
        headers: { Authorization: "Bearer 3f9a1c", Accept: "application/json" },
        response: { body: '{"error":"invalid_grant","refresh_token":"3f9a1c"}', bytes: 48 },
      },
      ...kind,
    };
  });
}
