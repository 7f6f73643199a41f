import { Hono } from "hono";
import {
  connectorJson,
  connectorWithConfigurationJson,
  errorAnswer,
  jsonAnswer,
  newRequestId,
  Refusal,
  refusals,
} from "./answers";
import { boilerplate } from "./boilerplate";
import { readCreate, readUpdate } from "./bodies";
import { addSecretsLogsAndLogo } from "./connectorParts";
import { addDataApi } from "./data/api";
import { connectorOf, connectorsPath, teamOf } from "./lookups";
import type { Team, World } from "./model";
import { schemaDocument } from "./schema/document";
import { connector as newConnector } from "./seed";

/** The API itself: requests in, answers out; it knows nothing of faults, limits and CORS. */
export function createApi(world: () => World): Hono {
  const api = new Hono();

  api.get("/v1/teams/:team", (c) => {
    const team = teamOf(c, "team_read", world());
    const data =
      `{"team_id":${team.id},"name":${JSON.stringify(team.name)},` +
      `"display_id":"${team.displayId}","status":1,"created_at":"2025-01-01T00:00:00+00:00"}`;
    const requestId = newRequestId();
    const answer = jsonAnswer(200, `{"meta":{"request_id":"${requestId}"},"data":${data}}`);
    answer.headers.set("x-request-id", requestId);
    return answer;
  });

  api.get(connectorsPath, (c) => {
    const team = teamOf(c, "cb_connectors_read", world());
    const toJson =
      c.req.query("include_configs") === "true" ? connectorWithConfigurationJson : connectorJson;
    const listed = [...team.connectors.values()].slice(0, 1000);
    const items = listed.map((connector) => toJson(connector, world().settings));
    return jsonAnswer(200, `{"count":${team.connectors.size},"connectors":[${items.join(",")}]}`);
  });

  api.post(connectorsPath, async (c) => {
    const team = teamOf(c, "cb_connectors_write", world());
    const { title, description, duplicateOf } = await readCreate(c.req.raw, world().settings);
    const source = duplicateOf === undefined ? undefined : team.connectors.get(duplicateOf);
    if (duplicateOf !== undefined && !source) {
      throw refusals.notFound();
    }
    const created = newConnector({
      identifier: freeIdentifier(team),
      name: title,
      description: description ?? null,
      configurationText: source?.configurationText ?? boilerplate,
    });
    team.connectors.set(created.identifier, created);
    return jsonAnswer(201, connectorWithConfigurationJson(created, world().settings));
  });

  api.get(`${connectorsPath}/:connector`, (c) => {
    const connector = connectorOf(c, "cb_connectors_read", world());
    return jsonAnswer(200, connectorWithConfigurationJson(connector, world().settings));
  });

  api.put(`${connectorsPath}/:connector`, async (c) => {
    const connector = connectorOf(c, "cb_connectors_write", world());
    const update = readUpdate(await c.req.text());
    const { normalise } = world().settings;
    if (update.configurationText !== undefined) {
      connector.configurationText = normalise
        ? JSON.stringify(JSON.parse(update.configurationText))
        : update.configurationText;
    }
    connector.name = update.name ?? connector.name;
    connector.description = update.description ?? connector.description;
    connector.updatedAt = new Date();
    return new Response(null, { status: 204 });
  });

  api.delete(`${connectorsPath}/:connector`, (c) => {
    const { identifier } = connectorOf(c, "cb_connectors_write", world());
    world().teams.get(c.req.param("team"))?.connectors.delete(identifier);
    return new Response(null, { status: 204 });
  });

  addSecretsLogsAndLogo(api, world);
  addDataApi(api, world);
  // The schema is public: the official plugin fetches it without a key.
  api.get("/connector_builder/v1/schema/:version", (c) => {
    if (c.req.param("version") !== "v1") {
      throw refusals.badRequest("Unknown schema version.");
    }
    return jsonAnswer(200, JSON.stringify(schemaDocument));
  });
  api.notFound(() => {
    throw refusals.notFound();
  });
  api.onError((error) => errorAnswer(asRefusal(error)));
  return api;
}

function freeIdentifier(team: Team): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  for (;;) {
    const random = crypto.getRandomValues(new Uint8Array(5));
    const identifier = Array.from(random, (byte) => letters[byte % letters.length]).join("");
    if (!team.connectors.has(identifier)) {
      return identifier;
    }
  }
}

function asRefusal(error: Error): Refusal {
  return error instanceof Refusal
    ? error
    : new Refusal(500, "INTERNAL_SERVER_ERROR", "An unexpected error occurred.", error.message);
}
