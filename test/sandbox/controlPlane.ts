import { Hono } from "hono";
import { cors } from "hono/cors";
import { changeConnector, connectorIn, teamIn } from "./colleague";
import { addDataControl } from "./data/control";
import type { ColleaguesConnector, Fault, Key, Settings, World } from "./model";
import { connector as newConnector, seed } from "./seed";

/** Commands to the sandbox itself, below `/__sandbox/`. Open to every origin: suites run in browsers too. */
export function createControlPlane(world: () => World, replace: (next: World) => void): Hono {
  const control = new Hono().basePath("/__sandbox");
  control.use(cors());
  control.onError(({ message }, c) => c.text(message, 500));
  const done = () => new Response("{}", { headers: { "content-type": "application/json" } });
  /** Lets go on what faults hold. */
  const release = () => {
    for (const goOn of world().held.splice(0)) {
      goOn();
    }
  };
  const connectors = "/teams/:team/connectors";

  control.post("/reset", async (c) => {
    release();
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
    release();
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
    teamIn(world(), c.req.param("team")).connectors.set(
      identifier,
      newConnector({ identifier, name, ...rest }),
    );
    return done();
  });
  control.get(`${connectors}/:connector`, (c) => {
    const { team, connector } = c.req.param();
    const { name, description, configurationText } = connectorIn(world(), team, connector);
    return c.json({ name, description, configurationText });
  });
  control.patch(`${connectors}/:connector`, async (c) => {
    const { team, connector } = c.req.param();
    changeConnector(world(), team, connector, await c.req.json<ColleaguesConnector>());
    return done();
  });
  control.delete(`${connectors}/:connector`, (c) => {
    teamIn(world(), c.req.param("team")).connectors.delete(c.req.param("connector"));
    return done();
  });
  addDataControl(control, world);
  return control;
}
