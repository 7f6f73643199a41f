import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Fault, Key, LogEntry, Settings, Team, World } from "./model";
import { connector as newConnector, seed } from "./seed";

/** What a colleague may say about a connector. */
export interface ColleaguesConnector {
  readonly identifier?: string;
  readonly name?: string;
  readonly description?: string | null;
  readonly configurationText?: string;
  readonly logs?: readonly LogEntry[];
}

/** Commands to the sandbox itself, below `/__sandbox/`. Open to every origin: suites run in browsers too. */
export function createControlPlane(world: () => World, replace: (next: World) => void): Hono {
  const control = new Hono().basePath("/__sandbox");
  control.use(cors());
  const done = () => new Response("{}", { headers: { "content-type": "application/json" } });
  const connectors = "/teams/:team/connectors";

  control.post("/reset", async (c) => {
    replace(seed(await c.req.json<{ connectors?: number }>()));
    return done();
  });
  control.get("/requests", (c) => c.json(world().requests));
  control.delete("/requests", () => {
    world().requests = [];
    return done();
  });
  control.post("/faults", async (c) => {
    world().faults.push(await c.req.json<Fault>());
    return done();
  });
  control.delete("/faults", () => {
    world().faults = [];
    return done();
  });
  control.put("/settings", async (c) => {
    Object.assign(world().settings, await c.req.json<Partial<Settings>>());
    return done();
  });
  control.post("/keys", async (c) => {
    const key = await c.req.json<Key>();
    world().keys.set(key.key, key);
    return done();
  });
  control.delete("/keys/:key", (c) => {
    world().keys.delete(c.req.param("key"));
    return done();
  });

  control.post(connectors, async (c) => {
    const {
      name = "Colleague's",
      identifier = "COLL1",
      ...rest
    } = await c.req.json<ColleaguesConnector>();
    teamOf(world(), c.req.param("team")).connectors.set(
      identifier,
      newConnector({ identifier, name, ...rest }),
    );
    return done();
  });
  control.get(`${connectors}/:connector`, (c) => {
    const { name, description, configurationText } = connectorOf(world(), c.req.param());
    return c.json({ name, description, configurationText });
  });
  control.patch(`${connectors}/:connector`, async (c) => {
    const connector = connectorOf(world(), c.req.param());
    Object.assign(connector, await c.req.json<ColleaguesConnector>(), { updatedAt: new Date() });
    return done();
  });
  control.delete(`${connectors}/:connector`, (c) => {
    teamOf(world(), c.req.param("team")).connectors.delete(c.req.param("connector"));
    return done();
  });
  return control;
}

function teamOf(world: World, id: string): Team {
  const team = world.teams.get(id);
  if (!team) {
    throw new Error(`No team ${id}`);
  }
  return team;
}

function connectorOf(world: World, path: { team: string; connector: string }) {
  const connector = teamOf(world, path.team).connectors.get(path.connector);
  if (!connector) {
    throw new Error(`No connector ${path.connector}`);
  }
  return connector;
}
