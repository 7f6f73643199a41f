import { escapeJson, newRequestId } from "./answers";
import { isOfDataApi } from "./data/api";
import type { Settings, World } from "./model";

/** Adds what every answer carries: request ID, limit and CORS headers as the settings say, JSON escapes. */
export async function decorate(
  answer: Response,
  { settings }: World,
  { isAsGiven, path }: { readonly isAsGiven: boolean; readonly path: string },
): Promise<Response> {
  const headers = new Headers(answer.headers);
  const { status } = answer;
  if (!headers.has("x-request-id")) {
    headers.set("x-request-id", newRequestId());
  }
  // On successes they are documented for the data API only.
  const isDocumented = status >= 400 || isOfDataApi(path);
  const entries = {
    ...rateHeaders(settings, status, path),
    ...corsHeaders(settings, isDocumented),
  };
  for (const [name, value] of Object.entries(entries)) {
    if (!headers.has(name)) {
      headers.set(name, value);
    }
  }
  const text = await answer.text();
  const isJson = headers.get("content-type") === "application/json" && !isAsGiven;
  const body = isJson ? escapeJson(text, settings) : text;
  return new Response(status === 204 || status === 304 ? null : body, { status, headers });
}

function rateHeaders({ rateHeaders: where, rateLimit }: Settings, status: number, path: string) {
  const isSuccess = status < 300 && isOfDataApi(path);
  const isDocumented = isSuccess || [400, 401, 403, 404, 409, 422, 429].includes(status);
  return where === "all" || (where === "documented" && isDocumented)
    ? {
        "x-ratelimit-limit": String(rateLimit.limit),
        "x-ratelimit-remaining": String(rateLimit.remaining),
      }
    : {};
}

/** Cross-origin headers for an answer. @param isDocumented whether the documents give it some */
export function corsHeaders(
  { cors, exposeHeaders }: Settings,
  isDocumented: boolean,
): Record<string, string> {
  if (cors === "off" || (cors === "documented" && !isDocumented)) {
    return {};
  }
  const exposed = "X-RateLimit-Limit, X-RateLimit-Remaining, Retry-After, X-Request-Id";
  return {
    "access-control-allow-origin": "*",
    ...(cors === "full" && {
      "access-control-allow-headers": "Authorization, Content-Type",
      "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
    }),
    ...(exposeHeaders && { "access-control-expose-headers": exposed }),
  };
}
