import * as z from "zod/mini";
import { undefinedIfInvalid } from "./undefinedIfInvalid";
import { ApiError, type FailureDetails } from "./errors";
import { retryAtFrom } from "./retryAfter";

const text = undefinedIfInvalid(z.string());
const meta = undefinedIfInvalid(z.looseObject({ request_id: text }));

/** The documented envelope, `{meta, error: {code, message, description}}`. */
const envelope = z.looseObject({
  meta,
  error: z.looseObject({ code: text, message: text, description: text }),
});

/** Login and login-link endpoints: `{error: "CODE", message}`. */
const flat = z.looseObject({ meta, error: z.string(), message: text });

/** RFC 9457 problem details, seen in earlier states of some data pages. */
const problem = z.looseObject({ meta, title: z.string(), detail: text, request_id: text });

interface ErrorTexts {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly description?: string | undefined;
  readonly requestId?: string | undefined;
}

/** What the server says about a failure, in any of the forms that it is known to use. */
function readErrorTexts(body: unknown): ErrorTexts | undefined {
  const documented = envelope.safeParse(body).data;
  if (documented) {
    return { ...documented.error, requestId: documented.meta?.request_id };
  }
  const short = flat.safeParse(body).data;
  if (short) {
    return { code: short.error, message: short.message, requestId: short.meta?.request_id };
  }
  const details = problem.safeParse(body).data;
  if (details) {
    const requestId = details.request_id ?? details.meta?.request_id;
    return { message: details.title, description: details.detail, requestId };
  }
  return undefined;
}

/** Whether a body says that it is a failure, whatever the status (a 200 may carry an `error`). */
export function hasErrorMember(body: unknown): boolean {
  return z.looseObject({ error: z.union([z.string(), z.looseObject({})]) }).safeParse(body).success;
}

/**
 * Turns an answer into an error.
 * @param body the parsed JSON, or undefined when the body was none
 * @param now milliseconds since 1970
 */
export function failureFrom(
  response: Pick<Response, "status" | "headers">,
  raw: string,
  body: unknown,
  now: number,
): ApiError {
  const texts = readErrorTexts(body);
  const details: FailureDetails = {
    status: response.status,
    code: texts?.code || undefined,
    description: texts?.description || undefined,
    requestId: texts?.requestId || requestIdFrom(response.headers),
    retryAt: retryAtFrom(response.headers, now),
    form: texts ? "api" : bodyForm(raw),
  };
  return new ApiError(texts?.message || pageTitle(raw) || "", details);
}

/** `X-Request-Id`, which the official SDK reads beside the body's `meta.request_id`. */
export function requestIdFrom(headers: Headers): string | undefined {
  return headers.get("x-request-id") || undefined;
}

function bodyForm(raw: string): FailureDetails["form"] {
  if (!raw.trim()) {
    return "empty";
  }
  return isPage(raw) ? "page" : "other";
}

const markup =
  /^<(!doctype\s+html|(html|head|title|meta|link|base|script|style|body|noscript|center|div|main|h[1-6]|p|pre|br|hr|table|form|iframe|font|span|b|a|img)\b)/i;

/** Whether a body is a web page, or a part of one, and no API answer; comments may stand in front of it. */
export function isPage(raw: string): boolean {
  const blank = /[\s\ufeff]*/y;
  for (let at = 0; ;) {
    blank.lastIndex = at;
    at += blank.exec(raw)?.[0].length ?? 0;
    const end = ["-->", "?>"][["<!--", "<?"].findIndex((begin) => raw.startsWith(begin, at))];
    if (end === undefined) {
      return markup.test(raw.slice(at, at + 100));
    }
    const found = raw.indexOf(end, at);
    if (found < 0) {
      return false;
    }
    at = found + end.length;
  }
}

function pageTitle(raw: string): string | undefined {
  return bodyForm(raw) === "page"
    ? /<title[^<>]*>([^<]{1,200})/i.exec(raw)?.[1]?.trim()
    : undefined;
}
