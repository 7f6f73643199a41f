/** Of the service's dialect, with its non-standard keyword `docs`; written from what its documentation says. */

export const text = { type: "string" };

export const list = (items: object, more: object = {}) => ({ type: "array", items, ...more });

export const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

/** Tolerant: the language has more than is documented. */
export const object = (properties: object, more: object = {}) => ({
  type: "object",
  properties,
  ...more,
});

const pair = object(
  {
    source: {
      enum: ["static", "userInput", "jsonPath", "encrypted"],
      docs: "Where the value comes from.",
    },
    value: { docs: "A literal, the ID of a user input, or a JSONPath: as the source says." },
  },
  { required: ["source", "value"] },
);

const nameAndValue = object({ name: text, value: text }, { required: ["name", "value"] });

const adapterTypes = [
  "flatten_values",
  "append_key",
  "time_series",
  "match_values_by_keys",
  "combine_keys_with_values",
  "combine_keys_with_nested_values",
  "extract_fields_by_path",
  "concat_value_to_keys",
  "aggregate_values",
  "split_to_rows",
  "union_nested_arrays_with_key",
];

const request = object(
  {
    type: { enum: ["sync", "async"], default: "sync" },
    method: { enum: ["GET", "POST", "PUT", "DELETE"], docs: "Connectors only read." },
    url: { ...text, docs: "Absolute; placeholders are replaced." },
    headers: list(ref("nameAndValue")),
    parameters: list(ref("nameAndValue")),
    body: { docs: "The data of the request; placeholders are replaced." },
    response: object({
      type: text,
      dataRows: { ...ref("pair"), docs: "Selects the rows, after all data adapters." },
      dataAdapters: object({
        items: list(
          object(
            { type: { enum: adapterTypes }, config: { type: "object" } },
            { required: ["type"] },
          ),
        ),
      }),
    }),
    config: object({ cache: object({ useCache: { type: "boolean" } }) }),
  },
  { docs: "How the source is called." },
);

export const commonParts = { pair, nameAndValue, request };
