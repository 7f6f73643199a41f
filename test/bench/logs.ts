import { createSend } from "../../src/api/http";
import { listLogs } from "../../src/api/logs";
import { LogStore } from "../../src/core/logStore";
import { logRow } from "../../src/core/logWords";
import { serveAnswers } from "./answers";
import { inTurn, result, type Result } from "./measure";

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
  const service = await serveAnswers({ [path]: thousandEntries() });
  const { origin } = service;
  const send = createSend({
    credentials: async () => ({ href: origin, teamId: "1", key: "api_bench" }),
    timeoutSeconds: () => 60,
    observe: () => undefined,
  });
  const connector = { ref: { origin, teamId: "1", identifier: "LOGS1" }, name: "Logs" };
  const bare = async () => {
    const answer = await fetch(`${origin}/v1/teams/1/connector_builder${path}`);
    return JSON.parse(await answer.text()) as unknown;
  };
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
    const [bareTime = 0, ownTime = 0] = await inTurn(11, bare, own);
    const [searchTime = 0] = await inTurn(11, search);
    return [
      result(
        `1,000 log entries, asked for, masked and put into rows (${ownTime.toFixed(1)} ms), to fetch and JSON.parse (${bareTime.toFixed(1)} ms)`,
        ownTime / bareTime,
        8,
        "times",
      ),
      result("1,000 log entries, searched again", searchTime, 5, "ms"),
    ];
  } finally {
    await service.close();
  }
}
