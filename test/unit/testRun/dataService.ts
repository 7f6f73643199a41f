import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DataApi } from "../../../src/features/testRun/dataApi";
import type { Clock } from "../../../src/platform/clock";
import { createSend } from "../../../src/platform/http/send";

/** What the service answers: a JSON value, or another body with its status. */
export type Scripted = object | { readonly status: number; readonly body: string };

/** Makes an answer of each request. @param count how many came before */
export type Script = (request: { method: string; path: string; count: number }) => Scripted;

/** A clock that passes as soon as somebody waits. */
export class InstantClock implements Clock {
  private time = Date.UTC(2026, 9, 2);
  readonly waits: number[] = [];

  readonly now = () => this.time;

  readonly start = (act: () => void, milliseconds: number) => {
    const timer = setImmediate(() => {
      this.time += milliseconds;
      this.waits.push(milliseconds);
      act();
    });
    return () => clearImmediate(timer);
  };
}

/** A service that answers as a test says, and the product's own way to it. */
export function useDataService(teamId = "9007199254740993") {
  let script: Script = () => ({});
  const asked: { method: string; path: string; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += String(part)));
    request.on("end", () => {
      const { method = "", url: path = "" } = request;
      const answer = script({ method, path, count: asked.length });
      asked.push({ method, path, body });
      const isRaw = "status" in answer && "body" in answer;
      response.writeHead(isRaw ? answer.status : 200);
      response.end(isRaw ? answer.body : JSON.stringify(answer));
    });
  });
  let origin = "";
  before(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close().closeAllConnections());
  beforeEach(() => (asked.length = 0));
  const send = (base = "") =>
    createSend({
      credentials: async () => ({ href: origin + base, teamId, key: "api_key" }),
      timeoutSeconds: () => 5,
      observe: () => undefined,
    });
  return {
    asked,
    /** Methods and paths; what stands in `json` decoded. */
    paths: () => asked.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`),
    answer: (next: Script) => (script = next),
    /** A new one, which knows no prefix. */
    api: (base = "") => new DataApi(send(base), () => origin + base),
    origin: () => origin,
    account: () => ({ origin, teamId }),
  };
}

/** The parameters of a call that takes them as one JSON object. */
export function parametersIn(path: string): Record<string, unknown> {
  return JSON.parse(new URL(path, "http://localhost").searchParams.get("json") ?? "{}");
}
