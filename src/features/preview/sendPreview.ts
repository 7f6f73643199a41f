import * as l10n from "@vscode/l10n";
import { CancelledError } from "../../platform/http/errors";
import { readBody, type ReadBody } from "../../platform/http/boundedBody";
import { networkReason, type NetworkReason } from "../../platform/http/networkReason";
import type { RunResponse } from "../rows/runResult";
import type { PlainRequest } from "./buildRequest";

/** So many bytes of a response are taken at most. */
export const mostBytes = 20_000_000;

const mostRedirects = 5;

/** Why a source gave no response. The message is for the person, and has nothing of the request in it. */
export class SourceError extends Error {
  override readonly name = "SourceError";

  /** @param canUseSaved whether a saved response would help */
  constructor(
    message: string,
    readonly canUseSaved = true,
  ) {
    super(message);
  }
}

/** How a request is sent. */
export interface SendOptions {
  readonly signal: AbortSignal;
  /** Seconds after which a response that hasn't arrived whole is given up. */
  readonly timeoutSeconds: number;
  /** Milliseconds since 1970, now. */
  readonly now: () => number;
}

/** What a source answered. The texts in it may repeat what was sent. */
export interface SourceResponse extends RunResponse {
  /** Where a redirect leads that wasn't followed. */
  readonly redirect?: string;
}

/**
 * Sends a request to a source, and follows redirects within its origin only: no other host gets what is sent.
 * Throws `SourceError`, or `CancelledError` when the person cancels.
 */
export async function sendPreview(
  request: PlainRequest,
  { signal, timeoutSeconds, now }: SendOptions,
): Promise<SourceResponse> {
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  const start = now();
  const headers = headersOf(request);
  let url = new URL(request.url);
  try {
    for (let redirects = 0; ; redirects++) {
      const response = await fetch(url, {
        method: request.method,
        headers,
        ...(request.body !== undefined && { body: request.body }),
        signal: AbortSignal.any([signal, timeout]),
        redirect: "manual",
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
      });
      const next = redirectOf(response, url);
      const isFollowed =
        next?.origin === url.origin && request.method === "GET" && redirects < mostRedirects;
      if (!next || !isFollowed) {
        const { text, bytes } = await bodyOf(response);
        return {
          status: response.status,
          headers: [...response.headers],
          body: text,
          bytes,
          milliseconds: now() - start,
          ...(next && { redirect: next.origin + next.pathname }),
        };
      }
      await response.body?.cancel();
      url = next;
    }
  } catch (error) {
    if (signal.aborted) {
      throw new CancelledError(true);
    }
    throw error instanceof SourceError ? error : failure(error, timeout.aborted);
  }
}

function headersOf({ headers, body }: PlainRequest): Headers {
  const made = new Headers();
  for (const [name, value] of headers) {
    try {
      made.append(name, value);
    } catch {
      // The error that was caught repeats the value.
      throw new SourceError(
        l10n.t(
          'Nothing was sent: the header "{0}" contains characters that aren\'t allowed in headers.',
          name,
        ),
      );
    }
  }
  if (body !== undefined && !made.has("content-type") && /^\s*[[{]/.test(body)) {
    made.set("content-type", "application/json");
  }
  return made;
}

function redirectOf({ type, status, headers }: Response, from: URL): URL | undefined {
  if (type === "opaqueredirect") {
    throw new SourceError(
      l10n.t(
        "The source answered with a redirect, which wasn't followed. The browser doesn't say where it leads.",
      ),
    );
  }
  const location = [301, 302, 303, 307, 308].includes(status) ? headers.get("location") : null;
  try {
    return location === null ? undefined : new URL(location, from);
  } catch {
    return undefined;
  }
}

async function bodyOf(response: Response): Promise<ReadBody> {
  const body = await readBody(response.body, mostBytes);
  if (!body) {
    throw new SourceError(
      l10n.t(
        "The response is larger than {0} MB. Ask the source for less, for example for fewer days.",
        mostBytes / 1e6,
      ),
      false,
    );
  }
  return body;
}

function failure(error: unknown, isTimeout: boolean): SourceError {
  return new SourceError(failureText(isTimeout ? "timeout" : networkReason(error)));
}

function failureText(reason: NetworkReason): string {
  switch (reason) {
    case "timeout":
      return l10n.t("The source didn't respond in time (setting supermetrics.requestTimeout).");
    case "hostNotFound":
      return l10n.t("The source's host wasn't found. Check its address.");
    case "refused":
      return l10n.t("The source refused the connection.");
    case "reset":
      return l10n.t("The connection broke before the response was complete.");
    case "unreachable":
      return l10n.t("The source isn't reachable from this network.");
    case "tls":
      return l10n.t(
        "The source's certificate isn't trusted. Check the setting http.systemCertificates.",
      );
    case "proxy":
      return l10n.t("The proxy blocked the request. Check the setting http.proxy.");
    case "opaque":
      return l10n.t(
        "The browser gave no reason. You might be offline, or the source doesn't allow requests from a browser (CORS). You can still preview a saved response.",
      );
    case "redirect":
    case "tooLarge":
    case "unknown":
      return l10n.t("The source couldn't be reached.");
  }
}
