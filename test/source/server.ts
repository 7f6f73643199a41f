import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listen } from "../sandbox/listen";
import { sourceToken } from "./configuration";
import { accounts, days, oddResponse, pageOf, rowsOf } from "./data";

/** What lets somebody in besides the token: in the header `X-Api-Key`. */
const sourceKey = "source-key-9876543210-fedcba";

/** A request as it arrived. */
export interface SourceRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Source {
  readonly origin: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Starts a local marketing API, for connectors to fetch from. Below `/closed` it answers without CORS headers.
 * `/__source/requests` gives what arrived, and DELETE forgets it.
 */
export async function startSource({ port = 0 }: { port?: number } = {}): Promise<Source> {
  let requests: SourceRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = "GET", headers, url = "/" } = incoming;
    const { pathname, search, searchParams } = new URL(url, "http://127.0.0.1");
    const isOpen = !pathname.startsWith("/closed/");
    const path = isOpen ? pathname : pathname.slice("/closed".length);
    const body = await textOf(incoming);
    if (path === "/__source/requests") {
      const seen = JSON.stringify(requests);
      requests = method === "DELETE" ? [] : requests;
      write(outgoing, json(seen), true);
    } else if (method === "OPTIONS") {
      write(outgoing, { status: isOpen ? 204 : 405, body: "" }, isOpen);
    } else {
      requests.push({ method, path: pathname, query: search, headers, body });
      write(outgoing, await answer({ path, query: searchParams, headers, body }), isOpen);
    }
  }

  return listen(server, port);
}

async function answer(request: {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}): Promise<Answer> {
  const { path, query, headers } = request;
  const [, route = "", ...rest] = path.split("/");
  const isBearer = headers.authorization === `Bearer ${sourceToken}`;
  const number = (name: string, usual: number) => Number(query.get(name) ?? usual);
  if (["accounts", "me"].includes(route) && !isBearer) {
    return json('{"problem":"The token is not valid"}', 401);
  }
  switch (route) {
    case "me":
      return json('{"me":{"id":"u-1","mail":"ann@example.com"}}');
    case "accounts":
      return rest[1] === "days"
        ? json(JSON.stringify({ days: days(rest[0] ?? "", query.get("from"), query.get("to")) }))
        : json(JSON.stringify({ accounts }));
    case "keyed":
      return headers["x-api-key"] === sourceKey
        ? json(JSON.stringify({ days: days("keyed", query.get("from"), query.get("to")) }))
        : json('{"problem":"The key is not valid"}', 403);
    case "pages":
      return json(JSON.stringify(pageOf(number("page", 1), number("size", 10))));
    case "odd":
      return json(oddResponse);
    case "rows":
      return json(rowsOf(number("count", 1000)));
    case "echo":
      return json(JSON.stringify({ rows: [{ ...request, query: query.toString() }] }));
    case "slow":
      await sleep(number("ms", 60_000));
      return json('{"rows":[]}');
    case "status":
      return json('{"problem":"As it was asked for"}', Number(rest[0]), { "retry-after": "30" });
    case "page":
      return { type: "text/html", body: "<!doctype html><title>Sign in</title>" };
    case "csv":
      return { type: "text/csv", body: "day,opens\n2026-01-01,1\n" };
    case "redirect":
      return { status: 302, headers: { location: query.get("to") ?? "/odd" }, body: "" };
    default:
      return json('{"problem":"There is nothing here"}', 404);
  }
}

function json(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body, type: "application/json" };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

function write(outgoing: ServerResponse, given: Answer, isOpen: boolean): void {
  const cors = isOpen && {
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "*, authorization",
    "access-control-allow-methods": "*",
  };
  outgoing.writeHead(given.status ?? 200, {
    ...(given.type && { "content-type": given.type }),
    ...given.headers,
    ...cors,
  });
  outgoing.end(given.body);
}
