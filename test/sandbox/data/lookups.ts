import type { Context } from "hono";
import { refusals } from "../answers";
import { activeKey, requireRight } from "../authorize";
import type { Connector, Key, World } from "../model";
import type { Login, Query } from "./model";
import { configurationOf } from "./configuration";
import { written } from "./parts";
import { isUsable } from "./signIn";

/** The key of a request that names no team, if it has the right; throws the refusal otherwise. */
export function keyWith(c: Context, right: string, world: World): Key {
  const key = activeKey(c.req.header("authorization"), world);
  requireRight(key, right);
  return key;
}

/** The connector that a `ds_id` names in one of the key's teams; throws the refusal when there is none. */
export function dataSourceOf(key: Key, id: unknown, world: World) {
  for (const team of key.teams) {
    const connector = world.teams.get(team)?.connectors.get(written(id));
    if (connector) {
      return { team, connector };
    }
  }
  throw refusals.notFound();
}

/** The JSON object of the query parameter `json`; throws the refusal. */
export function jsonParameter(c: Context): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(c.req.query("json") ?? "");
  } catch {
    throw refusals.badRequest("The parameter json is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refusals.badRequest("The parameter json is not an object.");
  }
  return value as Readonly<Record<string, unknown>>;
}

/** One value or several, as texts: many parameters take either. Commas separate values in a text. */
export function texts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : written(value).split(",");
  return list.map((one) => written(one).trim()).filter((one) => one !== "");
}

/** The usable logins of a connector, of the usernames or, without any, of everybody. */
export function loginsOf(world: World, team: string, id: string, usernames: readonly string[]) {
  return [...world.data.logins.values()].filter(
    (login) =>
      login.team === team &&
      login.dataSource === id &&
      isUsable(login) &&
      (usernames.length === 0 || usernames.includes(login.username)),
  );
}

/** Whether queries of a connector fail without a login. */
export function needsLogin(connector: Connector, { settings }: World): boolean {
  return (
    settings.loginNeeded === "always" || configurationOf(connector)["authentication"] !== undefined
  );
}

/** The login that a query runs with: null where none is needed, undefined where there is none. */
export function loginFor(
  connector: Connector,
  team: string,
  { username }: Query,
  world: World,
): Login | null | undefined {
  const usernames = username === null ? [] : [username];
  const [login] = loginsOf(world, team, connector.identifier, usernames);
  return login ?? (needsLogin(connector, world) || username !== null ? undefined : null);
}
