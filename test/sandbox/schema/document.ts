import { commonParts, list, object, ref, text } from "./parts";
import { reporting } from "./reporting";
import { accounts, authentication, dataSourceUser, secrets } from "./signIn";

const responseStatus = object({
  httpStatus: { type: "integer", minimum: 100, maximum: 599 },
  action: { ...text, docs: "What is done about the answer, e.g. “error”." },
  message: text,
  messageDetails: ref("pair"),
});

/** Permissive at the root, as the service's is. */
export const schemaDocument = {
  $schema: "https://json-schema.org/draft/2019-09/schema",
  $id: "https://api.supermetrics.com/cc/v1/schema/connector",
  title: "Hybrid Connector",
  $defs: commonParts,
  ...object({
    $schema: text,
    authentication,
    dataSourceUser,
    accounts,
    reporting,
    defaultResponseHandler: object(
      { responseStatuses: list(responseStatus) },
      { docs: "Reactions to answers that are errors." },
    ),
    secrets,
    signers: list({ type: "object" }),
  }),
};
