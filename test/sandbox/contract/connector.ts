import { dateTime, int, listOf, open, orNull, text, uri } from "./forms";

const metadata = {
  connector_identifier: text(100),
  name: text(255),
  description: orNull(text(1000)),
  logo_url: orNull(uri()),
  created_at: dateTime(30),
  updated_at: dateTime(30),
};

export const connector = open(metadata);

export const connectorWithConfiguration = open({
  ...metadata,
  configuration: open({
    version: text(20),
    configuration_json: { type: "object" },
    created_at: dateTime(30),
    updated_at: dateTime(30),
  }),
});

export const connectorList = listWith(connector);

/** What `include_configs` asks for; only the prose of the documents knows of it. */
export const connectorListWithConfigurations = listWith(connectorWithConfiguration);

function listWith(item: typeof connector) {
  return open({ count: int({ minimum: 0 }), connectors: listOf(item, 1000) }, [
    "count",
    "connectors",
  ]);
}
