import { createServer } from "node:http";
import { listen } from "../sandbox/listen";

/** Answers without any work of their own, so that nothing but the reader is measured. */
export async function serveAnswers(answers: Readonly<Record<string, string>>) {
  const bodies = new Map(Object.entries(answers).map(([path, text]) => [path, Buffer.from(text)]));
  const server = createServer((request, response) => {
    const path = request.url?.replace(/^\/v1\/teams\/1\/connector_builder/, "") ?? "";
    response.writeHead(200, { "content-type": "application/json" }).end(bodies.get(path));
  });
  return listen(server);
}

/** Keeps one connector's configuration as it is written, without looking at it. */
export async function serveConfiguration(first: string) {
  let text = first;
  const head = '"configuration":{"configuration_json":';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method === "PUT") {
        const body = Buffer.concat(chunks).toString();
        text = body.slice(body.indexOf(head) + head.length, -2);
        response.writeHead(204).end();
      } else {
        const answer = `{"connector_identifier":"HUGE1","name":"Huge",${head}${text}}}`;
        response.writeHead(200, { "content-type": "application/json" }).end(answer);
      }
    });
  });
  return listen(server);
}

/** The text of a configuration of about 5 MB, as the editor has it. */
export function hugeConfiguration(): string {
  const fields = Array.from({ length: 20_000 }, (_, index) => field(index));
  return JSON.stringify({ reporting: { reportTypes: [{ id: "all", fields }] } }, undefined, 2);
}

function connector(identifier: string, more: object = {}) {
  return {
    connector_identifier: identifier,
    name: `Connector ${identifier} – Räder`,
    description: "Newsletters by day",
    logo_url: null,
    created_at: "2026-01-15T08:30:00Z",
    updated_at: "2026-10-02T16:45:12Z",
    ...more,
  };
}

function field(index: number) {
  return {
    id: `field_${index}`,
    label: `Kenttä ${index} é`,
    dataType: "string.text.value",
    description: 'The visitor\'s "own" words, https://example.com/docs',
    value: { source: "jsonPath", value: `$.items[*].values[${index}]` },
    width: index,
  };
}

/** A whole answer with a configuration of about 5 MB, spelled as PHP spells JSON. */
export function hugeConnector(): string {
  const fields = Array.from({ length: 20_000 }, (_, index) => field(index));
  const configuration_json = { reporting: { reportTypes: [{ id: "all", fields }] } };
  return JSON.stringify(connector("HUGE1", { configuration: { configuration_json } }))
    .replaceAll("/", "\\/")
    .replace(
      /[\u0080-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

/** The answer for a team that has as many connectors as the API allows. */
export function thousandConnectors(): string {
  const connectors = Array.from({ length: 1000 }, (_, index) => connector(`C${index}`));
  return JSON.stringify({ count: 1000, connectors });
}

export function smallConnector(): string {
  return JSON.stringify(connector("SMALL", { configuration: { configuration_json: {} } }));
}
