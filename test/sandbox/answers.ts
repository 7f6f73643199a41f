import type { Connector, Settings } from "./model";

/** A refusal, thrown by whatever finds it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly description?: string,
  ) {
    super(message);
  }
}

export const refusals = {
  badRequest: (message = "The request was invalid.") => new Refusal(400, "BAD_REQUEST", message),
  unauthorized: () => new Refusal(401, "UNAUTHORIZED", "Authentication is required."),
  notFound: () => new Refusal(404, "NOT_FOUND", "The requested resource was not found."),
  conflict: () => new Refusal(409, "CONFLICT_ERROR", "The resource already exists."),
  unprocessable: (description: string) =>
    new Refusal(
      422,
      "UNPROCESSABLE_ENTITY",
      "Validation failed for the request parameters.",
      description,
    ),
};

/** 32 characters, as in all documented examples. */
export function newRequestId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

/** The documented envelope, with the headers that the documents list for its status. */
export function errorAnswer(
  refusal: Refusal,
  headers?: Readonly<Record<string, string>>,
): Response {
  const { status, code, message, description } = refusal;
  const requestId = newRequestId();
  const body = {
    meta: { request_id: requestId },
    error: { code, message, ...(description && { description }) },
  };
  const answer = jsonAnswer(status, JSON.stringify(body));
  answer.headers.set("x-request-id", requestId);
  if (status === 401) {
    answer.headers.set("www-authenticate", "Bearer");
  }
  for (const [name, value] of Object.entries(headers ?? {})) {
    answer.headers.set(name, value);
  }
  return answer;
}

export function jsonAnswer(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "application/json" } });
}

export function connectorJson(connector: Connector, settings: Settings): string {
  return JSON.stringify({
    connector_identifier: connector.identifier,
    name: connector.name,
    description: connector.description,
    logo_url: connector.logoUrl,
    created_at: timestamp(connector.createdAt, settings),
    updated_at: timestamp(connector.updatedAt, settings),
  });
}

/** The configuration's text stands in the answer as it was stored. */
export function connectorWithConfigurationJson(connector: Connector, settings: Settings): string {
  const configuration =
    `{"version":"1.0.0","configuration_json":${connector.configurationText},` +
    `"created_at":"${timestamp(connector.createdAt, settings)}",` +
    `"updated_at":"${timestamp(connector.updatedAt, settings)}"}`;
  return `${connectorJson(connector, settings).slice(0, -1)},"configuration":${configuration}}`;
}

/** As the settings have times written. */
export function timestamp(date: Date, { dateOnly }: Pick<Settings, "dateOnly">): string {
  const iso = date.toISOString();
  return dateOnly ? iso.slice(0, 10) : `${iso.slice(0, 19)}+00:00`;
}

/** A team setting of the service escapes slashes and everything outside ASCII; both are on by default. */
export function escapeJson(text: string, { escapeSlashes, escapeUnicode }: Settings): string {
  const slashed = escapeSlashes
    ? text.replace(/\\.|\//gs, (found) => (found === "/" ? "\\/" : found))
    : text;
  return escapeUnicode
    ? slashed.replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      )
    : slashed;
}
