import { type LogPage, listLogs } from "../../../src/features/logs/logsApi";
import { LogStore } from "../../../src/features/logs/logStore";
import type { LogEntry } from "../../sandbox/model";
import { useService } from "./client";

/** An entry of the service; the higher its number, the newer, by a second each. */
export function entry(n: number, given: Partial<LogEntry> = {}): LogEntry {
  return {
    id: `e${n}`,
    log_time: new Date(Date.UTC(2026, 9, 2) + n * 1000).toISOString(),
    status: 200,
    event: "request",
    request: `GET /days/${n}`,
    duration_ms: n,
    request_id: null,
    ...given,
  };
}

/** From the newest to the oldest. */
export const entries = (newest: number, oldest: number, given: Partial<LogEntry> = {}) =>
  Array.from({ length: newest - oldest + 1 }, (_, index) => entry(newest - index, given));

/** The sandbox's first connector with logs of the test's own, and a store for them. */
export function useLogs() {
  const service = useService();
  const connector = (identifier = "T3S70") => ({
    ref: { ...service.account(), identifier },
    name: "Harbour Mail",
  });
  return {
    ...service,
    connector,
    write: (logs: readonly LogEntry[], identifier = "T3S70") =>
      service.control().changeConnector(service.account().teamId, identifier, { logs }),
    store: (now?: () => number) =>
      new LogStore((ref, page: LogPage) => listLogs(service.sendWith(), ref, page), now),
    /** Queries of the requests since they were cleared. */
    queries: async () =>
      (await service.control().requests()).map(({ query }) => decodeURIComponent(query)),
  };
}

export const idsOf = (store: LogStore) => store.state.visible.map(({ id }) => id);
