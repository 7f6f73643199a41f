import * as z from "zod/mini";
import { undefinedIfInvalid } from "../../platform/http/undefinedIfInvalid";
import { sliceMember } from "../../platform/json/slice";
import { encodeJson } from "../../platform/json/wellFormedJson";
import type { Account } from "../../platform/account";
import type { ConnectorRef } from "../../platform/connectorRef";
import type { Send } from "../../platform/http/send";

const text = undefinedIfInvalid(z.string());

/** In a path, one or two dots mean another place; and none at all names nothing. */
const notDots = /^(?!\.{0,2}$)/;

/** Only the identifier is needed; everything else is formally optional in the API's own document. */
const connectorSchema = z.looseObject({
  connector_identifier: z.string().check(z.regex(notDots)),
  name: text,
  description: text,
  logo_url: text,
  created_at: text,
  updated_at: text,
});

const listSchema = z.looseObject({
  count: undefinedIfInvalid(z.number()),
  connectors: z.array(z.unknown()),
});

/** A connector as the API lists it, without its configuration. Every text in it is untrusted. */
export interface Connector {
  readonly identifier: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** Untrusted: it may be no address at all. */
  readonly logoUrl?: string | undefined;
  /** As the server wrote it: several forms of date-time occur. */
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
}

/** A team's connectors. */
export interface ConnectorList {
  readonly connectors: readonly Connector[];
  /** All that the team has; the API lists 1,000 of them at most. */
  readonly total: number;
}

/** A connector with its configuration. */
export interface ConnectorDetails {
  readonly connector: Connector;
  /** The name as the server has it, for writing it back; missing when the answer had none. */
  readonly storedName?: string | undefined;
  /** The same of the description, which is empty where the server has null. */
  readonly storedDescription?: string | undefined;
  /** JSON text of `configuration_json` as it arrived; missing when the answer had none. */
  readonly configurationText?: string | undefined;
}

/** What a create sends; empty texts are left out. */
export interface NewConnector {
  readonly title: string;
  readonly description: string;
  /** Identifier of the connector to duplicate; without it the service uses its default configuration. */
  readonly duplicateOf?: string | undefined;
}

/** What an update sends: all of it, since both halves are required. */
export interface ConnectorUpdate {
  readonly name: string;
  /** The API takes no null: a connector without a description is written back with an empty one. */
  readonly description: string;
  /** JSON text of an object in UTF-8, sent as it is. */
  readonly configuration: Uint8Array;
}

/** How the body of a create is encoded: as a form, or as JSON where a service refuses that. */
export type CreateEncoding = "form" | "json";

/** `GET …/connectors`. Entries without an identifier cannot be used; they and repeated ones are left out. */
export async function listConnectors(
  send: Send,
  account: Account,
  signal?: AbortSignal,
): Promise<ConnectorList> {
  const value = await getList(send, account, signal);
  const byIdentifier = new Map<string, Connector>();
  for (const item of value.connectors) {
    const parsed = connectorSchema.safeParse(item);
    if (parsed.success) {
      byIdentifier.set(parsed.data.connector_identifier, connectorFrom(parsed.data));
    }
  }
  const connectors = [...byIdentifier.values()];
  return { connectors, total: Math.max(value.count ?? 0, value.connectors.length) };
}

/**
 * Name and description of a connector as the list of them (`GET …/connectors`) has them, for a connector whose own
 * answer lacks them. What the list lacks is missing; a description of null is empty.
 */
export async function findDescription(
  send: Send,
  ref: ConnectorRef,
  signal?: AbortSignal,
): Promise<{ readonly name?: string | undefined; readonly description?: string | undefined }> {
  const { connectors } = await getList(send, ref, signal);
  const found = connectors
    .map((item) => connectorSchema.safeParse(item).data)
    .find((item) => item?.connector_identifier === ref.identifier);
  return { name: found?.name, description: found && (found.description ?? "") };
}

async function getList(send: Send, account: Account, signal?: AbortSignal) {
  const path = connectorsPath(account);
  return (await send({ account, method: "GET", path, schema: listSchema, signal })).value;
}

/** `POST …/connectors`, which answers 201 with the connector and its configuration. */
export async function postConnector(
  send: Send,
  account: Account,
  connector: NewConnector,
  encoding: CreateEncoding,
  signal: AbortSignal,
): Promise<ConnectorDetails> {
  const fields = {
    title: connector.title,
    ...(connector.description && { description: connector.description }),
    ...(connector.duplicateOf && { connector_identifier: connector.duplicateOf }),
  };
  const body = encoding === "form" ? new URLSearchParams(fields) : JSON.stringify(fields);
  const path = connectorsPath(account);
  const answer = await send({
    account,
    method: "POST",
    path,
    schema: connectorSchema,
    body,
    signal,
  });
  return detailsFrom(answer);
}

/** `GET …/connectors/{connector_identifier}`: a connector with its configuration. */
export async function getConnector(
  send: Send,
  ref: ConnectorRef,
  signal?: AbortSignal,
): Promise<ConnectorDetails> {
  const path = connectorPath(ref);
  return detailsFrom(
    await send({ account: ref, method: "GET", path, schema: connectorSchema, signal }),
  );
}

/**
 * `PUT …/connectors/{connector_identifier}`, which answers 204 without a body. Always sends both `connector` and
 * `configuration`: the schema of the API requires neither, the official collection of requests requires both.
 */
export async function putConnector(
  send: Send,
  ref: ConnectorRef,
  { name, description, configuration }: ConnectorUpdate,
  signal?: AbortSignal,
): Promise<void> {
  const connector = JSON.stringify({ name, description });
  const body = joinBytes(
    encodeJson(`{"connector":${connector},"configuration":{"configuration_json":`),
    // The text goes as it was typed: to parse and write it again would change numbers, keys and order.
    configuration,
    encodeJson("}}"),
  );
  const path = connectorPath(ref);
  await send({ account: ref, method: "PUT", path, schema: z.unknown(), status: 204, body, signal });
}

/** Several megabytes are put together faster than as a text, all of which one special character makes twice as large. */
function joinBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** `DELETE …/connectors/{connector_identifier}`, which answers 204 without a body. */
export async function deleteConnector(
  send: Send,
  ref: ConnectorRef,
  signal?: AbortSignal,
): Promise<void> {
  const path = connectorPath(ref);
  await send({ account: ref, method: "DELETE", path, schema: z.unknown(), status: 204, signal });
}

/** Where the API has a connector; what belongs to it stands below. */
export function connectorPath(ref: ConnectorRef): string {
  return `${connectorsPath(ref)}/${encodeURIComponent(ref.identifier)}`;
}

function connectorsPath({ teamId }: Account): string {
  return `/v1/teams/${encodeURIComponent(teamId)}/connector_builder/connectors`;
}

function connectorFrom(wire: z.infer<typeof connectorSchema>): Connector {
  return {
    identifier: wire.connector_identifier,
    name: wire.name || wire.connector_identifier,
    description: wire.description || undefined,
    logoUrl: wire.logo_url,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
  };
}

function detailsFrom(answer: { value: z.infer<typeof connectorSchema>; text: string }) {
  return {
    connector: connectorFrom(answer.value),
    storedName: answer.value.name,
    storedDescription: answer.value.description ?? emptyIfNull(answer.text),
    configurationText: configurationOf(answer.text),
  };
}

/** The description of an answer that has no text for it: null is an empty one, anything else is none. */
function emptyIfNull(answer: string): string | undefined {
  return sliceMember(answer, ["description"]) === "null" ? "" : undefined;
}

/** The documented form is an object; the official SDK's example passes a string that holds one. */
function configurationOf(answer: string): string | undefined {
  const slice = sliceMember(answer, ["configuration", "configuration_json"]);
  if (slice === undefined || slice === "null") {
    return undefined;
  }
  return slice.startsWith('"') ? (jsonInString(JSON.parse(slice)) ?? slice) : slice;
}

function jsonInString(value: string): string | undefined {
  try {
    JSON.parse(value);
    return value;
  } catch {
    return undefined;
  }
}
