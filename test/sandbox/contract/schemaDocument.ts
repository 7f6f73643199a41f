import { open, text } from "./forms";

/** What is known of the connector schema that the service hands out; it grows without notice. */
export const schemaDocument = {
  ...open(
    {
      $schema: { const: "https://json-schema.org/draft/2019-09/schema" },
      $id: { const: "https://api.supermetrics.com/cc/v1/schema/connector" },
      title: text(),
      type: { const: "object" },
      properties: { type: "object" },
    },
    ["$schema", "$id"],
  ),
  // It has to let `{}` pass.
  not: { type: "object", required: ["required"] },
};
