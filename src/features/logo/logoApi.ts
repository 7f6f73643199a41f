import * as z from "zod/mini";
import type { ConnectorRef } from "../../platform/connectorRef";
import { connectorPath } from "../connectors/connectorsApi";
import type { Send } from "../../platform/http/send";

const logoSchema = z.looseObject({ logo_url: z.string() });

/** `GET …/connectors/{connector_identifier}/logo`: the address of the image, which is untrusted. */
export async function getLogo(
  send: Send,
  ref: ConnectorRef,
  signal?: AbortSignal,
): Promise<string> {
  const path = logoPath(ref);
  return (await send({ account: ref, method: "GET", path, schema: logoSchema, signal })).value
    .logo_url;
}

/**
 * `POST …/connectors/{connector_identifier}/logo`, which answers 201 with the address of the image.
 * @param image a PNG or a JPEG, with its type
 */
export async function postLogo(
  send: Send,
  ref: ConnectorRef,
  image: Blob,
  signal?: AbortSignal,
): Promise<string> {
  const body = new FormData();
  body.set("logo", image, image.type === "image/png" ? "logo.png" : "logo.jpg");
  const path = logoPath(ref);
  return (await send({ account: ref, method: "POST", path, schema: logoSchema, body, signal }))
    .value.logo_url;
}

function logoPath(ref: ConnectorRef): string {
  return `${connectorPath(ref)}/logo`;
}
