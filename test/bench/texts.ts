/** Texts that are measured with. Sizes are in megabytes, of what the editor shows, and met nearly. */

/** A configuration without a finding, as the editor has it. */
export function tidyConfiguration(megabytes: number): string {
  const count = Math.ceil((megabytes * 1e6) / 375);
  const fields = Array.from({ length: count }, (_, index) => field(index));
  const configuration = {
    reporting: { reportTypes: [{ id: "all", fields }] },
    url: "https://example.com",
  };
  return `${JSON.stringify(configuration, undefined, 2)}\n`;
}

/** A configuration with several findings in every line. */
export function wrongConfiguration(megabytes: number): string {
  const row = {
    id: "a",
    url: "http://x/{{",
    source: "jsonPath",
    value: "x",
    dataType: "text",
  };
  const count = Math.ceil((megabytes * 1e6) / (JSON.stringify(row).length + 1));
  const fields = Array.from({ length: count }, () => row);
  return JSON.stringify({ reporting: { reportTypes: [{ id: "r", fields }] } });
}

/** A configuration as the service stores it: in one line, and spelled as PHP spells JSON. */
export function asServed(configuration: string): string {
  return asPhp(JSON.stringify(JSON.parse(configuration)));
}

/** The answer that brings a connector with a configuration. @param configuration goes in as it is */
export function connectorWith(configuration: string): string {
  const head = JSON.stringify(connector("HUGE1")).slice(0, -1);
  return `${asPhp(head)},"configuration":{"configuration_json":${configuration}}}`;
}

/** The answer for a team that has as many connectors as the API allows. */
export function thousandConnectors(): string {
  const connectors = Array.from({ length: 1000 }, (_, index) => connector(`C${index}`));
  return JSON.stringify({ count: 1000, connectors });
}

function connector(identifier: string): object {
  return {
    connector_identifier: identifier,
    name: `Connector ${identifier} – Räder`,
    description: "Newsletters by day",
    logo_url: null,
    created_at: "2026-01-15T08:30:00Z",
    updated_at: "2026-10-02T16:45:12Z",
  };
}

function field(index: number): object {
  return {
    id: `field_${index}`,
    label: `Kenttä ${index} é`,
    dataType: "string.text.value",
    description: 'The visitor\'s "own" words, https://example.com/docs',
    value: { source: "jsonPath", value: `$.items[*].values[${index}]` },
    width: index,
  };
}

function asPhp(json: string): string {
  return json
    .replaceAll("/", "\\/")
    .replace(
      /[\u0080-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
