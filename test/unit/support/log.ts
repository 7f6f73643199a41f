import type { Exchange } from "../../../src/platform/http/exchange";
import { RequestLog } from "../../../src/platform/http/requestLog";

/** What is written at each level. @param logLevel the lowest that is shown, as `vscode.LogLevel` has it: 1 is trace */
export function channel(logLevel = 1) {
  const lines = { info: [] as string[], warn: [] as string[], trace: [] as string[] };
  const log = new RequestLog({
    logLevel,
    info: (line) => lines.info.push(line),
    warn: (line) => lines.warn.push(line),
    trace: (line) => lines.trace.push(line),
  });
  return { log, lines, all: () => Object.values(lines).flat().join("\n") };
}

export function exchange(
  given: Partial<Exchange> = {},
  status = 200,
  responseBody = "{}",
): Exchange {
  return {
    method: "GET",
    path: "/v1/teams/42",
    startedAt: 0,
    durationMs: 12,
    answer: { status, responseBody: () => responseBody, requestId: "req-1" },
    ...given,
  };
}

export const lost = (problem: string) => {
  const { answer: _, ...rest } = exchange({ problem });
  return rest;
};
