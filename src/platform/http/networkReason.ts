/** Why no answer arrived, as far as the host tells. */
export type NetworkReason =
  | "timeout"
  | "reset"
  | "refused"
  | "hostNotFound"
  | "unreachable"
  | "tls"
  | "proxy"
  | "redirect"
  /** More came than is read of any answer. */
  | "tooLarge"
  /** A browser says only that the fetch failed: offline, CORS, TLS and blocked all look alike. */
  | "opaque"
  | "unknown";

const byCode: readonly (readonly [RegExp, NetworkReason])[] = [
  [/PROXY|TUNNEL|\b407\b/i, "proxy"],
  [/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|SSL_/i, "tls"],
  [/ENOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED/i, "hostNotFound"],
  [/ECONNREFUSED|CONNECTION_REFUSED/i, "refused"],
  [/ENETUNREACH|EHOSTUNREACH|ENETDOWN|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE/i, "unreachable"],
  [/ETIMEDOUT|TIMED_OUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT/i, "timeout"],
  [
    /ECONNRESET|EPIPE|UND_ERR_SOCKET|CONNECTION_(RESET|CLOSED)|EMPTY_RESPONSE|NETWORK_CHANGED/i,
    "reset",
  ],
];

/**
 * Classifies what `fetch` threw. Node puts the system's code into a chain of causes, Electron a
 * `net::ERR_…` name into the message, a browser says nothing at all.
 */
export function networkReason(error: unknown): NetworkReason {
  const texts = [...causes(error)];
  // In their order: a code comes before its message, which may name a host such as proxy.example.com.
  for (const text of texts) {
    const known = byCode.find(([pattern]) => pattern.test(text));
    if (known) {
      return known[1];
    }
  }
  const silent = texts.length <= 1 && innermost(error) instanceof TypeError;
  return silent ? "opaque" : "unknown";
}

function innermost(error: unknown, depth = 0): unknown {
  const isWrapped = error instanceof Error && error.cause !== undefined && depth <= 5;
  return isWrapped ? innermost(error.cause, depth + 1) : error;
}

/** A short technical text for the log: the messages and codes of the chain of causes. */
export function networkDetail(error: unknown): string {
  return [...new Set(causes(error))].join(": ");
}

/** Whether a request that failed so may have reached the server and been carried out. */
export function mayHaveArrived(reason: NetworkReason): boolean {
  return ["timeout", "reset", "tooLarge", "opaque", "unknown"].includes(reason);
}

function* causes(error: unknown, depth = 0): Generator<string> {
  if (!(error instanceof Error) || depth > 5) {
    return;
  }
  if ("code" in error && typeof error.code === "string") {
    yield error.code;
  }
  // ofetch wraps the error of fetch and repeats it with the method and the URL in front.
  if (error.name !== "FetchError") {
    yield error.message;
  }
  if (error instanceof AggregateError) {
    yield* causes(error.errors[0], depth + 1);
  }
  yield* causes(error.cause, depth + 1);
}
