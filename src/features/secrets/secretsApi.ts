import * as z from "zod/mini";
import type { ConnectorRef } from "../../platform/connectorRef";
import { connectorPath } from "../connectors/connectorsApi";
import type { Send } from "../../platform/http/send";
import { undefinedIfInvalid } from "../../platform/http/undefinedIfInvalid";

/** A secret as the service lists it: never with its value. */
export interface Secret {
  readonly name: string;
  /** Made by the service; it is the secret's identity, and does not change. */
  readonly placeholder: string;
}

/** The secrets of a connector, as far as the service lists them. */
export interface SecretList {
  readonly secrets: readonly Secret[];
  /** All that the connector has; the API lists 100 of them at most. */
  readonly total: number;
}

const secretSchema = z.looseObject({ secret_placeholder: z.string(), secret_name: z.string() });

const listSchema = z.looseObject({
  count: undefinedIfInvalid(z.number()),
  secrets: z.array(z.unknown()),
});

/** `GET …/secrets`. Entries that cannot be read are left out. */
export async function listSecrets(send: Send, ref: ConnectorRef): Promise<SecretList> {
  const path = secretsPath(ref);
  return listFrom((await send({ account: ref, method: "GET", path, schema: listSchema })).value);
}

/** `POST …/secrets`, which answers 201 with the whole list, the new secret somewhere in it. */
export async function postSecret(
  send: Send,
  ref: ConnectorRef,
  { name, value }: { readonly name: string; readonly value: string },
  signal?: AbortSignal,
): Promise<SecretList> {
  const path = secretsPath(ref);
  const body = JSON.stringify({ secret_name: name, secret_value: value });
  const call = {
    account: ref,
    method: "POST",
    path,
    schema: listSchema,
    body,
    secret: value,
    signal,
  } as const;
  return listFrom((await send(call)).value);
}

/** `PUT …/secrets/{secret_placeholder}`, which answers 204: another value for the secret. */
export async function putSecret(
  send: Send,
  ref: ConnectorRef,
  placeholder: string,
  value: string,
  signal?: AbortSignal,
): Promise<void> {
  const path = secretPath(ref, placeholder);
  const body = JSON.stringify({ secret_value: value });
  await send({
    account: ref,
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
  ref: ConnectorRef,
  placeholder: string,
): Promise<void> {
  const path = secretPath(ref, placeholder);
  await send({ account: ref, method: "DELETE", path, schema: z.unknown(), status: 204 });
}

function secretsPath(ref: ConnectorRef): string {
  return `${connectorPath(ref)}/secrets`;
}

function secretPath(ref: ConnectorRef, placeholder: string): string {
  return `${secretsPath(ref)}/${encodeURIComponent(placeholder)}`;
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
