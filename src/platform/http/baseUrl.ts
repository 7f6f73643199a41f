/** The service that the settings name. */
export interface BaseUrl {
  /** Scheme, host and port: what a stored key is bound to. */
  readonly origin: string;
  /** Origin and path, without a slash at the end; a call's path is appended to it. */
  readonly href: string;
}

/** Why an address cannot be used as the service. */
export type BaseUrlProblem = "notAUrl" | "notHttps" | "hasCredentials" | "hasQuery";

/** The origin of the service where the settings name no other. */
export const defaultOrigin = "https://api.supermetrics.com";

/** Accepts https anywhere and http on loopback only; refuses credentials, query and fragment. */
export function parseBaseUrl(text: string): BaseUrl | BaseUrlProblem {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return "notAUrl";
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    return "notHttps";
  }
  if (url.username || url.password) {
    return "hasCredentials";
  }
  if (url.search || url.hash) {
    return "hasQuery";
  }
  return { origin: url.origin, href: url.origin + url.pathname.replace(/\/+$/, "") };
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
