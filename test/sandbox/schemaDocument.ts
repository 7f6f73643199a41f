const text = { type: "string" };

const pair = {
  type: "object",
  required: ["source", "value"],
  properties: { source: { enum: ["static", "userInput", "jsonPath", "encrypted"] }, value: text },
};

const request = {
  type: "object",
  docs: "How the source is called.",
  properties: {
    type: { enum: ["sync", "async"], default: "sync" },
    method: { enum: ["GET", "POST", "PUT", "DELETE"] },
    url: text,
    response: { type: "object", properties: { type: text, dataRows: pair } },
  },
};

const field = {
  type: "object",
  properties: { id: text, label: text, dataType: text, value: pair },
};

const reportType = {
  type: "object",
  required: ["id"],
  properties: {
    id: { ...text, pattern: "^[a-z0-9_]+$", docs: "Part of the runtime field IDs." },
    title: text,
    request,
    fields: { type: "array", items: field },
  },
};

/** Of the service's dialect, with its non-standard keyword `docs`; permissive at the root as the service's is. */
export const schemaDocument = {
  $schema: "https://json-schema.org/draft/2019-09/schema",
  $id: "https://api.supermetrics.com/cc/v1/schema/connector",
  title: "Hybrid Connector",
  type: "object",
  properties: {
    $schema: text,
    authentication: { type: "object", docs: "How a user's credential is obtained." },
    dataSourceUser: { type: "object" },
    accounts: { type: "object" },
    reporting: {
      type: "object",
      docs: "The report types that users choose from.",
      properties: { reportTypes: { type: "array", items: reportType } },
    },
    defaultResponseHandler: { type: "object" },
    secrets: { type: "object" },
    signers: { type: "array" },
  },
};
