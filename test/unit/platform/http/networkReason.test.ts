import assert from "node:assert/strict";
import {
  mayHaveArrived,
  networkDetail,
  networkReason,
  type NetworkReason,
} from "../../../../src/platform/http/networkReason";

/** What Node's fetch throws: the system's words are in its cause. */
function failedFetch(code: string, message = code): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
}

describe("networkReason", () => {
  const node: Record<string, NetworkReason> = {
    ENOTFOUND: "hostNotFound",
    EAI_AGAIN: "hostNotFound",
    ECONNREFUSED: "refused",
    ENETUNREACH: "unreachable",
    EHOSTUNREACH: "unreachable",
    ETIMEDOUT: "timeout",
    UND_ERR_CONNECT_TIMEOUT: "timeout",
    UND_ERR_HEADERS_TIMEOUT: "timeout",
    ECONNRESET: "reset",
    EPIPE: "reset",
    UND_ERR_SOCKET: "reset",
    CERT_HAS_EXPIRED: "tls",
    DEPTH_ZERO_SELF_SIGNED_CERT: "tls",
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: "tls",
    ERR_TLS_CERT_ALTNAME_INVALID: "tls",
    EPROTO: "tls",
    ESOMETHING: "unknown",
  };
  for (const [code, reason] of Object.entries(node)) {
    it(`reads ${code} in the cause of a failed fetch as ${reason}`, () => {
      assert.equal(networkReason(failedFetch(code)), reason);
    });
  }

  const electron: Record<string, NetworkReason> = {
    "net::ERR_NAME_NOT_RESOLVED": "hostNotFound",
    "net::ERR_CONNECTION_REFUSED": "refused",
    "net::ERR_INTERNET_DISCONNECTED": "unreachable",
    "net::ERR_ADDRESS_UNREACHABLE": "unreachable",
    "net::ERR_CONNECTION_TIMED_OUT": "timeout",
    "net::ERR_CONNECTION_RESET": "reset",
    "net::ERR_CONNECTION_CLOSED": "reset",
    "net::ERR_EMPTY_RESPONSE": "reset",
    "net::ERR_NETWORK_CHANGED": "reset",
    "net::ERR_CERT_AUTHORITY_INVALID": "tls",
    "net::ERR_SSL_PROTOCOL_ERROR": "tls",
    "net::ERR_PROXY_CONNECTION_FAILED": "proxy",
    "net::ERR_TUNNEL_CONNECTION_FAILED": "proxy",
  };
  for (const [message, reason] of Object.entries(electron)) {
    it(`reads ${message} as ${reason}`, () => {
      assert.equal(networkReason(new Error(message)), reason);
    });
  }

  const named: Record<string, readonly [code: string, reason: NetworkReason]> = {
    "getaddrinfo ENOTFOUND proxy.example.com": ["ENOTFOUND", "hostNotFound"],
    "getaddrinfo EAI_AGAIN certs.example.com": ["EAI_AGAIN", "hostNotFound"],
    "connect ECONNREFUSED 127.0.0.1:407": ["ECONNREFUSED", "refused"],
    "Proxy response (407) !== 200 when HTTP Tunneling": ["UND_ERR_ABORTED", "proxy"],
  };
  for (const [message, [code, reason]] of Object.entries(named)) {
    it(`believes the code before the words of “${message}”`, () => {
      assert.equal(networkReason(failedFetch(code, message)), reason);
    });
  }

  it("looks at the first of several addresses that were tried", () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const cause = new AggregateError([refused], "");
    assert.equal(networkReason(new TypeError("fetch failed", { cause })), "refused");
  });

  it("knows nothing where a browser says nothing", () => {
    assert.equal(networkReason(new TypeError("Failed to fetch")), "opaque");
    const wrapped = new Error("[GET] Failed to fetch", { cause: new TypeError("Failed to fetch") });
    wrapped.name = "FetchError";
    assert.equal(networkReason(wrapped), "opaque");
    assert.equal(networkReason("thrown text"), "unknown");
  });

  it("ends with a chain of causes that does not", () => {
    const endless = new Error("around");
    endless.cause = endless;
    assert.equal(networkReason(endless), "unknown");
    assert.equal(networkDetail(endless), "around");
    endless.name = "FetchError";
    assert.equal(networkReason(endless), "unknown");
  });

  it("decides whether a create may have been carried out", () => {
    const lost: NetworkReason[] = ["timeout", "reset", "opaque", "unknown"];
    const safe: NetworkReason[] = ["refused", "hostNotFound", "unreachable", "tls", "proxy"];
    assert.deepEqual(lost.filter(mayHaveArrived), lost);
    assert.deepEqual([...safe, "redirect" as const].filter(mayHaveArrived), []);
  });
});
