import type { Context, Hono } from "hono";
import { refusals, timestamp } from "../answers";
import { parseObject, text } from "../bodies";
import type { Settings, World } from "../model";
import { dataAnswer, flatAnswer } from "./envelope";
import { dataSourceOf, keyWith } from "./lookups";
import type { Login, LoginLink } from "./model";
import { written } from "./parts";
import { newId } from "./signIn";

const dayMs = 86_400_000;

/** `ds/logins`, and the links by which people make logins: `ds/login/link…`, `ds/login/links`. */
export function addLogins(api: Hono, world: () => World): void {
  api.get("/ds/logins", (c) => {
    const { teams } = keyWith(c, "ds_logins_read", world());
    const logins = [...world().data.logins.values()].filter(({ team }) => teams.includes(team));
    return dataAnswer(logins.slice(0, 1000).map((login) => loginJson(login, world())));
  });

  api.post("/ds/login/link", async (c) => {
    const key = keyWith(c, "ds_login_links_write", world());
    const body = parseObject(await c.req.text());
    const { team, connector } = dataSourceOf(key, body["ds_id"], world());
    const { links } = world().data;
    const open = [...links.values()].filter((one) => one.team === team && stateOf(one) === "OPEN");
    if (open.length >= world().settings.linkLimit) {
      return flatAnswer(403, "LINK_LIMIT_EXCEEDED", "The limit of open login links is reached.");
    }
    const link: LoginLink = {
      id: newId("link"),
      team,
      dataSource: connector.identifier,
      description: text(body["description"], "description", 1000) ?? null,
      requiredUsername: text(body["require_username"], "require_username", 255) ?? null,
      redirectUrl: text(body["redirect_url"], "redirect_url", 500) ?? null,
      expiryTime: timeOf(body["expiry_time"]),
      isClosed: false,
      login: null,
    };
    links.set(link.id, link);
    return dataAnswer(linkJson(link, c, world().settings), { status: 201 });
  });

  api.get("/ds/login/links", (c) => {
    const { teams } = keyWith(c, "ds_login_links_read", world());
    const links = [...world().data.links.values()].filter(({ team }) => teams.includes(team));
    return dataAnswer(links.map((link) => linkJson(link, c, world().settings)));
  });

  api.get("/ds/login/link/:link", (c) => {
    const link = linkFor(c, "ds_login_links_read", world());
    return link ? dataAnswer(linkJson(link, c, world().settings)) : noLink();
  });

  api.put("/ds/login/link/:link/close", (c) => {
    const link = linkFor(c, "ds_login_links_write", world());
    if (!link) {
      return noLink();
    }
    link.isClosed = true;
    return dataAnswer(linkJson(link, c, world().settings));
  });
}

/** As the service words it. */
export function stateOf({ isClosed, expiryTime }: LoginLink): "OPEN" | "CLOSED" | "EXPIRED" {
  if (isClosed) {
    return "CLOSED";
  }
  return expiryTime.getTime() > Date.now() ? "OPEN" : "EXPIRED";
}

function linkFor(c: Context, right: string, world: World): LoginLink | undefined {
  const { teams } = keyWith(c, right, world);
  const link = world.data.links.get(c.req.param("link") ?? "");
  return link && teams.includes(link.team) ? link : undefined;
}

function noLink(): Response {
  return flatAnswer(404, "LINK_NOT_FOUND", "The login link was not found.");
}

/** Absolute and in the future, a day from now unless given: whether relative times work is open. */
function timeOf(value: unknown): Date {
  if (value === undefined) {
    return new Date(Date.now() + dayMs);
  }
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(written(value));
  const time = isTime ? Date.parse(written(value)) : Number.NaN;
  if (Number.isNaN(time) || time <= Date.now()) {
    throw refusals.badRequest("expiry_time must be a time in the future.");
  }
  return new Date(time);
}

function loginJson(login: Login, { settings, teams }: World) {
  const { id, team, dataSource, username, displayName, authTime, expiryTime, revokedTime } = login;
  const name = teams.get(team)?.connectors.get(dataSource)?.name ?? "Google Analytics";
  return {
    login_id: id,
    login_type: "USER",
    username,
    display_name: displayName,
    ds_info: { ds_id: dataSource, name },
    auth_time: timestamp(authTime, settings),
    expiry_time: expiryTime && timestamp(expiryTime, settings),
    revoked_time: revokedTime && timestamp(revokedTime, settings),
    is_refreshable: false,
    is_shared: false,
  };
}

function linkJson(link: LoginLink, c: Context, settings: Settings) {
  return {
    link_id: link.id,
    status_code: stateOf(link),
    description: link.description,
    ds_info: { ds_id: link.dataSource },
    login_url: `http://${c.req.header("host")}/login/${link.id}`,
    expiry_time: timestamp(link.expiryTime, settings),
    login_id: link.login?.id ?? null,
    login_username: link.login?.username ?? null,
  };
}
