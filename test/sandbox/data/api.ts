import { Hono } from "hono";
import { refusals } from "../answers";
import type { World } from "../model";
import { addLogins } from "./logins";
import { addQueries } from "./queries";
import { addFieldsAndAccounts, addRuntimeView } from "./sources";

/**
 * The data API: connectors as data sources that people log in to and queries run on. What is below a prefix answers
 * below the one of the settings (`/v2` by default) and is not found below the others.
 *
 * | call | right |
 * |---|---|
 * | `GET /teams/{team_id}/datasource/{ds_id}` (never below a prefix) | any key of the team |
 * | `GET query/fields` | `ds_queries_read` |
 * | `GET ds/logins` | `ds_logins_read` |
 * | `POST ds/login/link`, `PUT ds/login/link/{link_id}/close` | `ds_login_links_write` |
 * | `GET ds/login/link/{link_id}`, `GET ds/login/links` | `ds_login_links_read` |
 * | `GET query/accounts`, `GET ds/login/{login_id}/accounts` | `ds_accounts_read` |
 * | `GET query/data/json`, polls of it and its further pages | `ds_queries_run` |
 * | `GET query/status`, `GET query/results` | `ds_queries_read` |
 *
 * A query runs for real: it calls the connector's source on this computer by the configuration as published, and each
 * call is an entry of the connector's logs.
 */
export function addDataApi(api: Hono, world: () => World): void {
  addRuntimeView(api, world);
  for (const prefix of ["/v2", "/enterprise/v2", ""]) {
    const below = new Hono();
    for (const part of ["/query/*", "/ds/*"]) {
      below.use(part, async (_, next) => {
        if (world().settings.dataPrefix !== prefix) {
          throw refusals.notFound();
        }
        await next();
      });
    }
    addFieldsAndAccounts(below, world);
    addLogins(below, world);
    addQueries(below, world);
    api.route(prefix, below);
  }
}

/** Whether the documents give successes at this address headers for the limit and for other origins. */
export function isOfDataApi(path: string): boolean {
  return /^(\/enterprise)?(\/v2)?\/(query|ds)\/|^\/teams\//.test(path);
}
