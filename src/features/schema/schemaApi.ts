import * as z from "zod/mini";
import { isRefusal } from "../../platform/http/errors";
import type { Send } from "../../platform/http/send";

const path = "/connector_builder/v1/schema/v1";

const keywords = ["$schema", "$ref", "$defs", "type", "properties", "allOf", "anyOf", "oneOf"];

/** A gateway may answer with an object of its own, which would be kept for a day. */
const schemaSchema = z
  .looseObject({})
  .check(z.refine((json) => keywords.some((keyword) => keyword in json)));

/**
 * `GET /connector_builder/v1/schema/v1`: the JSON Schema of configurations, as it arrived. Without a key
 * first: the official plugin calls it public, the documentation lists a key.
 * @param open sends without a key
 * @param withKey sends with the key, where there is one
 * @param origin of the service whose schema it is
 */
export async function fetchSchema(open: Send, withKey: Send, origin: string): Promise<string> {
  const account = { origin, teamId: undefined };
  const call = { account, method: "GET", path, schema: schemaSchema } as const;
  try {
    return (await open(call)).text;
  } catch (error) {
    if (isRefusal(error, 401, 403)) {
      return (await withKey(call)).text;
    }
    throw error;
  }
}
