import type * as z from "zod/mini";
import type { Recipient } from "../account";
import { requireAccount, type Credentials } from "./credentials";
import { CancelledError, ContractError, NetworkError, SignedOutError } from "./errors";
import { failureFrom, isPage, requestIdFrom, hasErrorMember } from "./failure";
import { networkDetail, networkReason } from "./networkReason";
import { rateLimitFrom } from "./rateLimitHeaders";
import { retryAtFrom } from "./retryAfter";
import { mostAnswerBytes, readBody } from "./boundedBody";
import { startExchange, type Exchange, type RequestBody } from "./exchange";
import { maskerFor } from "../masking/secretSpellings";
import { lazy } from "../lazy";
import { runIsolated } from "../runIsolated";

/** A request to the service. */
export interface Call<T> {
  /** What the call was made for, e.g. what the person has confirmed: it goes nowhere else. */
  readonly account: Recipient;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Starts with a slash; its variable parts are percent-encoded. */
  readonly path: string;
  readonly schema: z.ZodMiniType<T>;
  /** The only status that is a success, where the API documents one without a body: a gateway may say 200. */
  readonly status?: 204;
  readonly body?: RequestBody;
  /** Whether a success is what was asked for, though it has a member `error` as refusals have. */
  readonly isContent?: (json: unknown) => boolean;
  /** A refusal for lack of a right (403) is normal: whoever asks goes on without the answer. */
  readonly mayLackRight?: true;
  /** What the body holds and nothing that the call leaves behind may repeat: no log, no error. */
  readonly secret?: string;
  readonly signal?: AbortSignal | undefined;
  /** So long an answer is waited for at least, where one may take longer than people set for all calls. */
  readonly leastSeconds?: number | undefined;
}

/** What the service answered with a success. */
export interface Answer<T> {
  readonly value: T;
  /** The body as it arrived, for what must be sliced and not re-serialised. */
  readonly text: string;
}

/**
 * Sends one call, once. Throws `ApiError`, `ContractError`, `NetworkError` or `CancelledError`; where
 * nothing was sent, `WrongAccountError` for a call that is for another account, what `credentials` throws, or
 * `SignedOutError` without a key and with one that no header can carry.
 */
export type Send = <T>(call: Call<T>) => Promise<Answer<T>>;

/** What a `send` is made from. */
export interface HttpOptions {
  readonly credentials: () => Promise<Credentials>;
  /** Seconds after which an answer that has not arrived whole is given up. */
  readonly timeoutSeconds: () => number;
  /** Told once about each call that was sent, when it has ended. */
  readonly observe: (exchange: Exchange) => void;
  /** The time, in milliseconds since 1970; the system's by default. */
  readonly now?: () => number;
}

/**
 * Made with the first call: the mention of `fetch` or `Headers` has Node load all that it has for HTTP, which takes
 * longer than the rest of the extension's start.
 */
const loadHttp = lazy(async () => {
  const { createFetch } = await import("ofetch");
  return createFetch({
    fetch: (input, init) => globalThis.fetch(input, init),
    // ofetch would repeat a failed GET at once, after a 429 too.
    defaults: { retry: 0, ignoreResponseError: true, responseType: "stream" },
  });
});

/** Every request of the extension goes through the function that this makes. */
export function createSend({
  credentials,
  timeoutSeconds,
  observe,
  now = Date.now,
}: HttpOptions): Send {
  // The service has done what it has done, whether or not that can be logged.
  const tell = (exchange: Exchange) => runIsolated(() => observe(exchange));
  return async function send<T>(call: Call<T>): Promise<Answer<T>> {
    const http = await loadHttp();
    // All that decides where the call goes is read once: nothing can change between the check and the sending.
    const given = await credentials();
    requireAccount(call.account, given);
    const { href, key } = given;
    if (call.signal?.aborted) {
      throw new CancelledError(false);
    }
    const timeout = AbortSignal.timeout(Math.max(timeoutSeconds(), call.leastSeconds ?? 0) * 1000);
    const request = requestOf(call, key, timeout);
    const hide = maskerFor(call.secret);
    const watch = startExchange(call, hide, now);
    let response: Response;
    let text: string;
    try {
      response = await http.raw<unknown, "stream">(href + call.path, request);
      text = await textOf(response);
    } catch (cause) {
      const error = lostAnswer(cause, call.signal, timeout);
      tell(watch.failed(error.message));
      throw error;
    }
    const answeredAt = now();
    const json = parseJson(text);
    const failed = !response.ok || (hasErrorMember(json) && !call.isContent?.(json));
    // A refusal may repeat what it refuses.
    const hideAll = maskerFor(call.secret, key);
    const failure = failed
      ? failureFrom(response, hideAll(text), parseJson(text, hideAll), answeredAt)
      : undefined;
    tell(
      watch.answered({
        status: response.status,
        requestId: failure?.details.requestId ?? requestIdFrom(response.headers),
        rateLimit: rateLimitFrom(response.headers),
        retryAt: response.status === 429 ? retryAtFrom(response.headers, answeredAt) : undefined,
        responseBody: () => (call.secret === undefined ? text : bodyWithout(text, hide)),
      }),
    );
    refuseRedirect(response);
    if (failure) {
      throw failure;
    }
    return { value: parse(call, response, text, json), text };
  };
}

/** Throws `NetworkError` where there is more of it than is read. */
async function textOf({ body }: Response): Promise<string> {
  const read = await readBody(body, mostAnswerBytes);
  if (!read) {
    throw new NetworkError(`more than ${mostAnswerBytes / 1e6} MB`, "tooLarge");
  }
  return read.text;
}

function requestOf<T>(call: Call<T>, key: string | undefined, timeout: AbortSignal) {
  const headers = headersWith(key);
  if (typeof call.body === "string" || call.body instanceof Uint8Array) {
    headers.set("content-type", "application/json");
  }
  return {
    method: call.method,
    headers,
    ...(call.body === undefined ? {} : { body: call.body }),
    signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    // Following one would hand the key to wherever it leads; "error" would hide that it was one.
    redirect: "manual",
    credentials: "omit",
    cache: "no-store",
  } as const;
}

function headersWith(key: string | undefined): Headers {
  try {
    const authorization = key !== undefined && { authorization: `Bearer ${key}` };
    return new Headers({ accept: "application/json", ...authorization });
  } catch {
    // The error that was caught repeats the key.
    throw new SignedOutError();
  }
}

function lostAnswer(cause: unknown, signal: AbortSignal | undefined, timeout: AbortSignal): Error {
  if (signal?.aborted) {
    return new CancelledError(true);
  }
  if (cause instanceof NetworkError) {
    return cause;
  }
  return timeout.aborted
    ? new NetworkError("timeout", "timeout")
    : new NetworkError(networkDetail(cause), networkReason(cause));
}

function refuseRedirect(response: Response): void {
  if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
    throw new NetworkError(`redirect (HTTP ${response.status})`, "redirect");
  }
}

function parse<T>(call: Call<T>, response: Response, text: string, json: unknown): T {
  const { status } = response;
  const details = { status, requestId: requestIdFrom(response.headers) };
  if (call.status !== undefined && call.status !== status) {
    throw new ContractError(`HTTP ${status}`, details, isPage(text));
  }
  const parsed = call.schema.safeParse(json);
  if (parsed.success) {
    return parsed.data;
  }
  const issue = json === undefined ? "not JSON" : (parsed.error.issues[0]?.path.join(".") ?? "");
  throw new ContractError(issue, details, isPage(text));
}

/** A body that may repeat a secret: JSON has many spellings for a text, so it is written again without it. */
function bodyWithout(text: string, hide: (text: string) => string): string {
  const json = parseJson(text, hide);
  return json === undefined ? `${text.length} characters` : hide(JSON.stringify(json));
}

/** @param hide is applied to every string in it */
function parseJson(text: string, hide?: (text: string) => string): unknown {
  const revive = (_key: string, value: unknown) =>
    typeof value === "string" && hide ? hide(value) : value;
  try {
    return hide ? JSON.parse(text, revive) : JSON.parse(text);
  } catch {
    return undefined;
  }
}
