import { listLogs } from "../../src/features/logs/logsApi";
import { LogStore } from "../../src/features/logs/logStore";
import { logRow } from "../../src/features/logs/logRows";
import { compare, inTurn, ratioResult, result, type Result } from "./measure";
import { serveAnswers } from "./service";

/** As many entries as the API lists at once, spelled as it spells them. */
function thousandEntries(): string {
  const logs = Array.from({ length: 1000 }, (_, index) => ({
    id: `${index}-log`,
    log_time: new Date(Date.UTC(2026, 9, 2) - index * 1000).toISOString(),
    status: index % 7 === 0 ? 401 : 200,
    event: "report.fetch",
    request: `GET /v3/newsletters/days?from=2026-11-01&page=${index}&access_token=3f9a1c`,
    duration_ms: index,
    request_id: crypto.randomUUID(),
  }));
  return JSON.stringify({ logs }).replaceAll("/", "\\/");
}

/** From the answer of a whole page of log entries to what their rows say, credentials masked; and a search in them. */
export async function benchLogs(): Promise<Result[]> {
  const path = "/connectors/LOGS1/logs?limit=1000";
  const { origin, send, bare, close } = await serveAnswers({ [path]: thousandEntries() });
  const connector = { ref: { origin, teamId: "1", identifier: "LOGS1" }, name: "Logs" };
  let store = new LogStore(async () => []);
  const own = async () => {
    store = new LogStore((ref) => listLogs(send, ref, { limit: 1000 }));
    await store.show(connector);
    return store.state.visible.map((entry) => logRow(entry, Date.now()));
  };
  const search = () => {
    store.setFilter({ text: "page=99" });
    store.setFilter({ text: "" });
  };
  try {
    const rows = await compare(21, () => bare(path), own);
    const [searchTime = 0] = await inTurn(11, search);
    return [
      ratioResult("1,000 log entries into rows, masked, to fetch and JSON.parse", rows, 8),
      result("1,000 log entries, searched again", searchTime, 5, "ms"),
    ];
  } finally {
    await close();
  }
}
