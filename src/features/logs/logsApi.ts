import * as z from "zod/mini";
import type { ConnectorRef } from "../../platform/connectorRef";
import { connectorPath } from "../connectors/connectorsApi";
import type { Send } from "../../platform/http/send";
import { undefinedIfInvalid } from "../../platform/http/undefinedIfInvalid";
import { sliceItems, sliceMember } from "../../platform/json/slice";

const text = undefinedIfInvalid(z.string());
const number = undefinedIfInvalid(z.number());

/** Nothing is promised: what is missing, null or in another form counts as not there. */
const entrySchema = z.looseObject({
  id: text,
  log_time: text,
  status: number,
  event: text,
  request: text,
  duration_ms: number,
  request_id: text,
});

const listSchema = z.looseObject({ logs: z.array(z.unknown()) });

/** What a connector did once, as the service wrote it down. Every text in it is untrusted. */
export interface LogEntry {
  readonly id?: string | undefined;
  /** As the server wrote it: several forms of date-time occur. */
  readonly time?: string | undefined;
  /** HTTP status. */
  readonly status?: number | undefined;
  readonly event?: string | undefined;
  /** Method and path. */
  readonly request?: string | undefined;
  readonly durationMs?: number | undefined;
  /** Of another kind than the request IDs of the API's own answers. */
  readonly requestId?: string | undefined;
  /** JSON text of the whole entry as it arrived. */
  readonly text: string;
}

/** Which entries a request asks for. */
export interface LogPage {
  /** 1 to 1,000. */
  readonly limit: number;
  /** Only what is older than this date-time. */
  readonly before?: string | undefined;
}

/** `GET …/connectors/{connector_identifier}/logs`, the newest first. */
export async function listLogs(
  send: Send,
  ref: ConnectorRef,
  { limit, before }: LogPage,
): Promise<LogEntry[]> {
  const query = new URLSearchParams({ limit: String(limit), ...(before && { before }) });
  const path = `${logsPath(ref)}?${query.toString()}`;
  const answer = await send({ account: ref, method: "GET", path, schema: listSchema });
  const texts = sliceItems(sliceMember(answer.text, ["logs"]) ?? "[]");
  return answer.value.logs.flatMap((item, index) => entriesFrom(item, texts[index] ?? ""));
}

/** `GET …/logs/{log_id}`: JSON text of the entry as it arrived. */
export async function getLog(send: Send, ref: ConnectorRef, id: string): Promise<string> {
  const path = `${logsPath(ref)}/${encodeURIComponent(id)}`;
  const schema = z.looseObject({});
  return (await send({ account: ref, method: "GET", path, schema, isContent: isEntry })).text;
}

/** An entry may tell of an error of the source's. */
function isEntry(json: unknown): boolean {
  const { data } = entrySchema.safeParse(json);
  return data?.id !== undefined || data?.log_time !== undefined;
}

function logsPath(ref: ConnectorRef): string {
  return `${connectorPath(ref)}/logs`;
}

/** None for what is no object. */
function entriesFrom(item: unknown, json: string): LogEntry[] {
  const { data } = entrySchema.safeParse(item);
  return data
    ? [
        {
          id: data.id,
          time: data.log_time,
          status: data.status,
          event: data.event,
          request: data.request,
          durationMs: data.duration_ms,
          requestId: data.request_id,
          text: json,
        },
      ]
    : [];
}
