import * as z from "zod/mini";
import { connectorPath } from "./connectors";
import type { Send } from "./http";
import { ifReadable } from "./ifReadable";

/** A secret as the service lists it: never with its value. */
export interface Secret {
  readonly name: string;
  /** Made by the service; it is the secret's identity, and does not change. */
  readonly placeholder: string;
}

export interface SecretList {
  readonly secrets: readonly Secret[];
  /** All that the connector has; the API lists 100 of them at most. */
  readonly total: number;
}

const secretSchema = z.looseObject({ secret_placeholder: z.string(), secret_name: z.string() });

const listSchema = z.looseObject({
  count: ifReadable(z.number()),
  secrets: z.array(z.unknown()),
});

/** `GET …/secrets`. Entries that cannot be read are left out. */
export async function listSecrets(
  send: Send,
  teamId: string,
  identifier: string,
): Promise<SecretList> {
  const path = secretsPath(teamId, identifier);
  return listFrom((await send({ method: "GET", path, schema: listSchema })).value);
}

/** `POST …/secrets`, which answers 201 with the whole list, the new secret somewhere in it. */
export async function postSecret(
  send: Send,
  teamId: string,
  identifier: string,
  { name, value }: { readonly name: string; readonly value: string },
  signal?: AbortSignal,
): Promise<SecretList> {
  const path = secretsPath(teamId, identifier);
  const body = JSON.stringify({ secret_name: name, secret_value: value });
  const call = { method: "POST", path, schema: listSchema, body, secret: value, signal } as const;
  return listFrom((await send(call)).value);
}

/** `PUT …/secrets/{secret_placeholder}`, which answers 204: another value for the secret. */
export async function putSecret(
  send: Send,
  teamId: string,
  identifier: string,
  placeholder: string,
  value: string,
  signal?: AbortSignal,
): Promise<void> {
  const path = secretPath(teamId, identifier, placeholder);
  const body = JSON.stringify({ secret_value: value });
  await send({
    method: "PUT",
    path,
    schema: z.unknown(),
    status: 204,
    body,
    secret: value,
    signal,
  });
}

/** `DELETE …/secrets/{secret_placeholder}`, which answers 204. */
export async function deleteSecret(
  send: Send,
  teamId: string,
  identifier: string,
  placeholder: string,
): Promise<void> {
  const path = secretPath(teamId, identifier, placeholder);
  await send({ method: "DELETE", path, schema: z.unknown(), status: 204 });
}

function secretsPath(teamId: string, identifier: string): string {
  return `${connectorPath(teamId, identifier)}/secrets`;
}

function secretPath(teamId: string, identifier: string, placeholder: string): string {
  return `${secretsPath(teamId, identifier)}/${encodeURIComponent(placeholder)}`;
}

function listFrom({ count, secrets }: z.infer<typeof listSchema>): SecretList {
  const known = secrets.flatMap((item) => {
    const { data } = secretSchema.safeParse(item);
    // In a path one or two dots mean another place, and nothing names nothing.
    return data && !/^\.{0,2}$/.test(data.secret_placeholder)
      ? [{ name: data.secret_name, placeholder: data.secret_placeholder }]
      : [];
  });
  return { secrets: known, total: Math.max(count ?? 0, secrets.length) };
}
