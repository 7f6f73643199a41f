import type { Connector, LogEntry } from "../model";
import { failures } from "./failures";
import { configurationOf } from "./configuration";
import { find } from "./jsonPath";
import { isPart, partOf, partsOf, refuseOthers, textOf, written, type Part } from "./parts";
import { fill, fillAll, type Filling } from "./placeholders";

const mostMilliseconds = 10_000;
const mostBytes = 5_000_000;
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Sends a request of a connector's configuration to its source, which has to be on this computer, and writes an entry
 * of the connector's logs. Gives the parsed answer; throws a failure for what it can't send, for an answer that isn't
 * JSON, and for a refusal of the source: as authentication where it is 401 or 403.
 * @param event names the call in the logs
 */
export async function callSource(
  connector: Connector,
  event: string,
  request: Part,
  filling: Filling,
): Promise<unknown> {
  const { url, init } = built(request, filling);
  const started = Date.now();
  const log = (status: number | null, details: LogEntry["details"]) =>
    writeLog(connector, {
      status,
      event,
      request: `${init.method} ${url.pathname}${url.search}`.slice(0, 1000),
      duration_ms: Date.now() - started,
      details: { url: url.href, headers: init.headers, body: init.body, ...details },
    });
  let answer: { readonly status: number; readonly text: string };
  try {
    answer = await send(url, init);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log(null, { error: message });
    throw failures.source(`The data source could not be reached: ${message}`);
  }
  log(answer.status, { response: answer.text.slice(0, 10_000) });
  const body = parsed(answer.text);
  if (answer.status >= 300) {
    throw refusal(configurationOf(connector), answer.status, body);
  }
  if (body === undefined) {
    throw failures.source("The data source's answer is not JSON.");
  }
  return body;
}

/** Newest first, and no more than a list of logs can have. */
export function writeLog(
  connector: Connector,
  entry: Pick<LogEntry, "status" | "event" | "request" | "duration_ms" | "details">,
): void {
  const whole: LogEntry = {
    id: `${crypto.randomUUID()}-run`,
    log_time: new Date().toISOString(),
    request_id: crypto.randomUUID(),
    ...entry,
  };
  connector.logs = [whole, ...connector.logs].slice(0, 1000);
}

function built(request: Part, filling: Filling) {
  const known = ["type", "method", "url", "headers", "parameters", "body", "response", "config"];
  refuseOthers(request, known, "a request");
  refuseOthers(partOf(request["config"]), ["cache"], "a request's “config”");
  const response = partOf(request["response"]);
  refuseOthers(response, ["type", "dataRows", "dataAdapters"], "a response");
  const { type = "sync", method = "GET", body } = request;
  if (type !== "sync") {
    throw failures.cannot(`a request of the type “${textOf(type)}”`);
  }
  const { type: format = "JSON" } = response;
  if (format !== "JSON") {
    throw failures.cannot(`a response of the type “${textOf(format)}”`);
  }
  const url = urlOf(fill(textOf(request["url"]), filling));
  for (const { name, value } of partsOf(request["parameters"])) {
    url.searchParams.append(textOf(name), fill(written(value), filling));
  }
  const headers: [string, string][] = partsOf(request["headers"]).map(({ name, value }) => [
    textOf(name),
    fill(written(value), filling),
  ]);
  const text = typeof body === "string" ? fill(body, filling) : undefined;
  // The documentation doesn't say how anything but text is sent.
  const json = isPart(body) ? JSON.stringify(fillAll(body, filling)) : undefined;
  return { url, init: { method: textOf(method), headers, body: text ?? json ?? null } };
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.protocol !== "http:" || !loopback.has(url.hostname)) {
    throw failures.cannot(`requests to “${url?.host ?? text}”: it calls this computer only`);
  }
  return url;
}

async function send(url: URL, init: RequestInit): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(mostMilliseconds);
  // Following a redirect could lead away from this computer.
  const answer = await fetch(url, { ...init, redirect: "manual", signal });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      throw new Error(`its answer is larger than ${mostBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return { status: answer.status, text: Buffer.concat(chunks).toString() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In the words of the configuration's error handling, where it has some for the status. */
function refusal(configuration: Part, status: number, body: unknown): Error {
  const handler = partOf(configuration["defaultResponseHandler"]);
  const reaction = partsOf(handler["responseStatuses"]).find((one) => one["httpStatus"] === status);
  if (!reaction) {
    return status === 401 || status === 403
      ? failures.authentication()
      : failures.source(`The data source answered with status ${status}.`);
  }
  if (reaction["action"] !== "error") {
    return failures.cannot(`the action “${textOf(reaction["action"])}” for status ${status}`);
  }
  const { source, value } = partOf(reaction["messageDetails"]);
  const details = source === "jsonPath" ? find(textOf(value), body)[0]?.value : undefined;
  return failures.source(textOf(reaction["message"]), written(details));
}
