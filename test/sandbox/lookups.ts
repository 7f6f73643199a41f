import type { Context } from "hono";
import { refusals } from "./answers";
import { authorize } from "./authorize";
import type { Connector, Team, World } from "./model";

export const connectorsPath = "/v1/teams/:team/connector_builder/connectors";

/** The team of the path, if the key may see it; throws the refusal otherwise. @param right null for none */
export function teamOf(c: Context, right: string | null, world: World): Team {
  const id = c.req.param("team") ?? "";
  authorize(c.req.header("authorization"), id, right, world);
  const team = world.teams.get(id);
  if (!team) {
    throw refusals.notFound();
  }
  return team;
}

/** The connector of the path, likewise. */
export function connectorOf(c: Context, right: string, world: World): Connector {
  const team = teamOf(c, right, world);
  const identifier = c.req.param("connector") ?? "";
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(identifier)) {
    throw refusals.badRequest("The connector identifier is invalid.");
  }
  const connector = team.connectors.get(identifier);
  if (!connector) {
    throw refusals.notFound();
  }
  return connector;
}
