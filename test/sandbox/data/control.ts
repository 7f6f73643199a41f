import type { Hono } from "hono";
import { connectorIn } from "../colleague";
import type { World } from "../model";
import type { Login, LoginLink } from "./model";
import { stateOf } from "./logins";
import { keepLogin, personWithoutSource } from "./signIn";

/** What a test says of a login that is to exist. Times are milliseconds since 1970. */
export interface GivenLogin {
  /** By the ID of the user input; the access token is made of them as the configuration says. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly username?: string;
  readonly displayName?: string;
  readonly accessToken?: string;
  readonly expiryTime?: number;
}

/** What the control plane tells of a login. */
export interface KnownLogin {
  readonly id: string;
  readonly dataSource: string;
  readonly username: string;
  readonly displayName: string;
  readonly isRevoked: boolean;
}

/** What the control plane tells of a login link. */
export interface KnownLink {
  readonly id: string;
  readonly dataSource: string;
  readonly state: "OPEN" | "CLOSED" | "EXPIRED";
  /** ID of the login that was made by it. */
  readonly login: string | null;
}

/** Commands about logins and their links. */
export function addDataControl(control: Hono, world: () => World): void {
  control.post("/teams/:team/connectors/:connector/logins", async (c) => {
    const { team, connector } = c.req.param();
    const { inputs = {}, expiryTime, ...given } = await c.req.json<GivenLogin>();
    const login = keepLogin(world().data, {
      team,
      dataSource: connector,
      inputs,
      ...personWithoutSource(connectorIn(world(), team, connector), inputs),
      ...given,
      expiryTime: expiryTime === undefined ? null : new Date(expiryTime),
    });
    return c.json(knownLogin(login));
  });
  control.get("/logins", (c) => c.json([...world().data.logins.values()].map(knownLogin)));
  control.post("/logins/:login/revoke", (c) => {
    const login = world().data.logins.get(c.req.param("login"));
    if (!login) {
      throw new Error(`No login ${c.req.param("login")}`);
    }
    login.revokedTime = new Date();
    return c.json(knownLogin(login));
  });
  control.get("/links", (c) => c.json([...world().data.links.values()].map(knownLink)));
  control.post("/links/:link/expire", (c) => {
    const link = world().data.links.get(c.req.param("link"));
    if (!link) {
      throw new Error(`No login link ${c.req.param("link")}`);
    }
    link.expiryTime = new Date(0);
    return c.json(knownLink(link));
  });
}

function knownLogin({ id, dataSource, username, displayName, revokedTime }: Login): KnownLogin {
  return { id, dataSource, username, displayName, isRevoked: revokedTime !== null };
}

function knownLink(link: LoginLink): KnownLink {
  const { id, dataSource, login } = link;
  return { id, dataSource, state: stateOf(link), login: login?.id ?? null };
}
