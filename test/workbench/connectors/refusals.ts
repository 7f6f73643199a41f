import type { Fault } from "../../sandbox/model";

/** An answer to creating a connector that is not the wanted one, and what a person then sees. */
export interface Refused {
  readonly name: string;
  readonly fault: Omit<Fault, "method">;
  /** Parts of the notification's text. */
  readonly says: readonly string[];
  /** Buttons from left to right, before “Show Extension Log”, which is always there. */
  readonly buttons: readonly string[];
}

const again = "Retry";
const copy = "Copy Request ID";
const replace = "Replace API Key…";
const proxy = "Open Proxy Settings";

/** The refusals that the API documents. */
export const documented: readonly Refused[] = [
  {
    name: "a right that the key lacks",
    fault: { status: 403, errorCode: "FORBIDDEN", errorMessage: "Access denied." },
    says: ["Access denied.", "cb_connectors_write", "role", "add-on", "HTTP 403, FORBIDDEN"],
    buttons: [replace, again, copy],
  },
  {
    name: "a disabled key",
    fault: { status: 403, errorCode: "API_KEY_DISABLED", errorMessage: "The key is disabled." },
    says: ["Create a new one in Supermetrics Hub", "API_KEY_DISABLED"],
    buttons: [replace, copy],
  },
  {
    name: "an IP address that is not allowed",
    fault: { status: 403, errorCode: "ACCESS_DENIED_IP", errorMessage: "IP not allowed." },
    says: ["doesn't allow your IP address", "ACCESS_DENIED_IP"],
    buttons: [replace, again, copy],
  },
  {
    name: "a licence that ran out",
    fault: { status: 403, errorCode: "LICENSE_EXPIRED", errorMessage: "Licence expired." },
    says: ["license doesn't allow this", "LICENSE_EXPIRED"],
    buttons: [again, copy],
  },
  {
    name: "a team that does not exist",
    fault: { status: 404, errorCode: "NOT_FOUND", errorMessage: "Not found." },
    says: ["Team not found", "HTTP 404"],
    buttons: [again, copy],
  },
  {
    name: "Supermetrics has a problem",
    fault: { status: 500, errorCode: "INTERNAL_ERROR", errorMessage: "Something broke." },
    says: ["Something broke.", "Supermetrics has a problem", "HTTP 500"],
    buttons: [again, copy],
  },
  {
    name: "a duplication that failed",
    fault: { status: 500, errorCode: "DUPLICATION_FAILED", errorMessage: "Could not copy." },
    says: ["start from the default configuration", "DUPLICATION_FAILED"],
    buttons: [again, copy],
  },
  {
    name: "a service that is unavailable",
    fault: { status: 503, errorCode: "SERVICE_UNAVAILABLE", errorMessage: "Try later." },
    says: ["status.supermetrics.com", "SERVICE_UNAVAILABLE"],
    buttons: [again, copy],
  },
  {
    name: "a limit that is reached",
    fault: {
      status: 429,
      errorCode: "TOO_MANY_REQUESTS",
      errorMessage: "Slow down.",
      headers: { "retry-after": "86400" },
    },
    says: ["Slow down.", "Retry at", "(in 24:00:00)", "HTTP 429"],
    buttons: [again, copy],
  },
  {
    name: "a code that nobody knows",
    fault: {
      status: 422,
      errorCode: "FULL_MOON",
      errorMessage: "Not tonight.",
      errorDescription: "Wait until it wanes.",
    },
    says: ["Not tonight. Wait until it wanes.", "HTTP 422, FULL_MOON"],
    buttons: [again, copy],
  },
];

/** Refusals that are not in the documented form: nothing was created, or the connection says so. */
export const undocumented: readonly Refused[] = [
  {
    name: "a page of a proxy",
    fault: { status: 403, body: "<html><h1>Blocked by policy</h1></html>" },
    says: ["Received a web page instead of an API response", "HTTP 403"],
    buttons: [proxy, again, copy],
  },
  {
    name: "nothing at all",
    fault: { status: 400, body: "" },
    says: ["The response was empty.", "HTTP 400"],
    buttons: [again, copy],
  },
  {
    name: "half a document",
    fault: { status: 404, body: '{"error": {"code": "NOT_', contentType: "application/json" },
    says: ["The response had an unexpected form", "HTTP 404"],
    buttons: [again, copy],
  },
  {
    name: "problem details",
    fault: {
      status: 403,
      json: { type: "about:blank", title: "Forbidden zone", detail: "By the gateway." },
    },
    says: ["Forbidden zone", "By the gateway.", "HTTP 403"],
    buttons: [replace, again, copy],
  },
  {
    name: "a flat error",
    fault: { status: 400, json: { error: "flat_error", message: "As flat as can be." } },
    says: ["As flat as can be.", "HTTP 400"],
    buttons: [again, copy],
  },
  {
    name: "a success that carries an error",
    fault: {
      status: 200,
      json: { meta: { request_id: "req-200" }, error: { code: "ODD", message: "Not really." } },
    },
    says: ["Not really.", "HTTP 200, ODD, request ID req-200"],
    buttons: [again, copy],
  },
];
