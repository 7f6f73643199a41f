import { commonParts, list, object, ref, text } from "./parts";
import { reporting } from "./reporting";
import { accounts, authentication, dataSourceUser, secrets } from "./signIn";

const responseStatus = object({
  httpStatus: { type: "integer", minimum: 100, maximum: 599 },
  action: { ...text, docs: "What is done about the answer, e.g. “error”." },
  message: text,
  messageDetails: ref("pair"),
});

/** Its key and its place are likely, no more. */
const retry = object(
  {
    maxRetries: { type: "integer", minimum: 0 },
    minWait: { type: "number", docs: "Seconds." },
    maxWait: { type: "number", docs: "Seconds." },
    delayType: { ...text, docs: '"exp" doubles the wait each time.' },
  },
  { docs: "How requests are sent again." },
);

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
      { responseStatuses: list(responseStatus), retry },
      { docs: "Reactions to answers that are errors." },
    ),
    secrets,
    signers: list({ type: "object" }),
  }),
};
