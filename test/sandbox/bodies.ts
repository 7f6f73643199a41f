import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { Refusal, refusals } from "./answers";
import type { Settings } from "./model";

interface Create {
  readonly title: string;
  readonly description?: string | undefined;
  readonly duplicateOf?: string | undefined;
}

/** Reads the body of a create, in the encodings that the settings accept. */
export async function readCreate(request: Request, settings: Settings): Promise<Create> {
  const type = request.headers.get("content-type") ?? "";
  const encoding = type.startsWith("application/json") ? "json" : "form";
  if (settings.createEncoding !== "both" && settings.createEncoding !== encoding) {
    const status = settings.createEncodingRefusal;
    throw status === 415
      ? new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "The media type is not supported.")
      : new Refusal(
          status,
          status === 400 ? "BAD_REQUEST" : "UNPROCESSABLE_ENTITY",
          "Title is missing.",
        );
  }
  const body = await request.text();
  const fields: Record<string, unknown> =
    encoding === "json" ? parseObject(body) : Object.fromEntries(new URLSearchParams(body));
  const title = text(fields["title"], "title", 255);
  if (!title?.trim()) {
    throw refusals.unprocessable("title is required.");
  }
  const duplicateOf = text(fields["connector_identifier"], "connector_identifier", 100);
  return { title, description: text(fields["description"], "description", 1000), duplicateOf };
}

interface Update {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly configurationText?: string | undefined;
}

/**
 * Reads the body of an update; the configuration stays the text that it is. Both halves are required, as the official
 * collection of requests says, although the API's schema requires neither.
 */
export function readUpdate(body: string): Update {
  const { connector, configuration } = parseObject(body);
  if (connector !== undefined && !isObject(connector)) {
    throw refusals.unprocessable("connector must be an object.");
  }
  const name = text(connector?.["name"], "connector.name", 255);
  const description = text(connector?.["description"], "connector.description", 1000);
  if (connector && (name === undefined || description === undefined)) {
    throw refusals.unprocessable("connector needs name and description.");
  }
  if (connector === undefined || configuration === undefined) {
    throw refusals.unprocessable("connector and configuration are required.");
  }
  const tree = parseTree(body);
  const node = tree && findNodeAtLocation(tree, ["configuration", "configuration_json"]);
  if (node?.type !== "object") {
    throw refusals.unprocessable("configuration.configuration_json must be an object.");
  }
  const configurationText = body.slice(node.offset, node.offset + node.length);
  return { name, description, configurationText };
}

export function parseObject(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw refusals.badRequest("The body is not JSON.");
  }
  if (!isObject(value)) {
    throw refusals.unprocessable("The body must be an object.");
  }
  return value;
}

/** Lengths count code points, as JSON Schema does. */
export function text(value: unknown, name: string, maximum: number): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== "string" || Array.from(value).length > maximum) {
    throw refusals.unprocessable(`${name} must be a text of at most ${maximum} characters.`);
  }
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
