import * as z from "zod/mini";
import { connectorPath } from "./connectors";
import type { Send } from "./http";

const logoSchema = z.looseObject({ logo_url: z.string() });

/** `GET …/connectors/{connector_identifier}/logo`: the address of the image, which is untrusted. */
export async function getLogo(
  send: Send,
  teamId: string,
  identifier: string,
  signal?: AbortSignal,
): Promise<string> {
  const path = logoPath(teamId, identifier);
  return (await send({ method: "GET", path, schema: logoSchema, signal })).value.logo_url;
}

/**
 * `POST …/connectors/{connector_identifier}/logo`, which answers 201 with the address of the image.
 * @param image a PNG or a JPEG, with its type
 */
export async function postLogo(
  send: Send,
  teamId: string,
  identifier: string,
  image: Blob,
  signal?: AbortSignal,
): Promise<string> {
  const body = new FormData();
  body.set("logo", image, image.type === "image/png" ? "logo.png" : "logo.jpg");
  const path = logoPath(teamId, identifier);
  return (await send({ method: "POST", path, schema: logoSchema, body, signal })).value.logo_url;
}

function logoPath(teamId: string, identifier: string): string {
  return `${connectorPath(teamId, identifier)}/logo`;
}
