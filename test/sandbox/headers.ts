import { escapeJson, newRequestId } from "./answers";
import type { Settings, World } from "./model";

/** Adds what every answer carries: request ID, limit and CORS headers as the settings say, JSON escapes. */
export async function decorate(
  answer: Response,
  { settings }: World,
  isAsGiven: boolean,
): Promise<Response> {
  const headers = new Headers(answer.headers);
  const { status } = answer;
  if (!headers.has("x-request-id")) {
    headers.set("x-request-id", newRequestId());
  }
  const entries = { ...rateHeaders(settings, status), ...corsHeaders(settings, status) };
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

function rateHeaders({ rateHeaders: where, rateLimit }: Settings, status: number) {
  const isDocumented = [400, 401, 403, 404, 409, 422, 429].includes(status);
  return where === "all" || (where === "documented" && isDocumented)
    ? {
        "x-ratelimit-limit": String(rateLimit.limit),
        "x-ratelimit-remaining": String(rateLimit.remaining),
      }
    : {};
}

/** Cross-origin headers for an answer of this status (204 for a preflight). */
export function corsHeaders(
  { cors, exposeHeaders }: Settings,
  status: number,
): Record<string, string> {
  if (cors === "off" || (cors === "documented" && status < 400)) {
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
