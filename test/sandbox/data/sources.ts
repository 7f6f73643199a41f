import type { Hono } from "hono";
import { accountsOf, hasAccountList } from "./accounts";
import { configurationOf, reportTypesOf } from "./configuration";
import { dataAnswer, flatAnswer } from "./envelope";
import { failures } from "./failures";
import { dataSourceOf, jsonParameter, keyWith, loginsOf, needsLogin, texts } from "./lookups";
import type { World } from "../model";
import { teamOf } from "../lookups";
import { refusals } from "../answers";
import { integer } from "./queryParameters";

/** `GET /teams/{team_id}/datasource/{ds_id}`: below no prefix, and no right is documented for it. */
export function addRuntimeView(api: Hono, world: () => World): void {
  api.get("/teams/:team/datasource/:dataSource", (c) => {
    const connector = teamOf(c, null, world()).connectors.get(c.req.param("dataSource"));
    if (!connector) {
      throw refusals.notFound();
    }
    const reportTypes = reportTypesOf(configurationOf(connector));
    const hasAccounts = hasAccountList(connector);
    return dataAnswer({
      id: connector.identifier,
      name: connector.name,
      status: "ACTIVE",
      logo_url: connector.logoUrl,
      is_authentication_required: needsLogin(connector, world()),
      has_account_list: hasAccounts,
      has_fields: true,
      has_report_type_selection: reportTypes.length > 1,
      is_date_range_required: reportTypes.some((one) => one.isDateRangeRequired),
      report_types: reportTypes.map(({ id, title, request, isDateRangeRequired }) => ({
        id,
        label: title,
        is_date_range_required: isDateRangeRequired,
        is_free_text_account_required:
          !hasAccounts && /\{\{\s*account\.id\s*\}\}/.test(JSON.stringify(request)),
        settings: [],
      })),
      common_settings: [],
      account_labels: { singular: "Account", plural: "Accounts" },
    });
  });
}

/** `query/fields`, `query/accounts` and `ds/login/{login_id}/accounts`. */
export function addFieldsAndAccounts(api: Hono, world: () => World): void {
  api.get("/query/fields", (c) => {
    const key = keyWith(c, "ds_queries_read", world());
    const { connector } = dataSourceOf(key, jsonParameter(c)["ds_id"], world());
    const fields = reportTypesOf(configurationOf(connector)).flatMap((one) => one.fields);
    return dataAnswer(
      fields.slice(0, 1000).map(({ id, name, dataType, isMetric, group }) => ({
        field_id: id,
        field_name: name,
        field_type: isMetric ? "met" : "dim",
        data_type: dataType,
        description: "",
        group_name: group,
        is_filterable: false,
      })),
    );
  });

  api.get("/query/accounts", async (c) => {
    const key = keyWith(c, "ds_accounts_read", world());
    const json = jsonParameter(c);
    integer(json, "cache_minutes", 60, 1440);
    const { team, connector } = dataSourceOf(key, json["ds_id"], world());
    const usernames = texts(json["ds_users"]);
    const logins = loginsOf(world(), team, connector.identifier, usernames);
    if (logins.length === 0 && (usernames.length > 0 || needsLogin(connector, world()))) {
      throw failures.authentication();
    }
    const data = logins.map(async (login) => ({
      ds_user: login.username,
      display_name: login.displayName,
      accounts: await accountsOf(connector, login),
    }));
    return dataAnswer(await Promise.all(data));
  });

  api.get("/ds/login/:login/accounts", async (c) => {
    const key = keyWith(c, "ds_accounts_read", world());
    const login = world().data.logins.get(c.req.param("login"));
    if (!login || !key.teams.includes(login.team)) {
      return flatAnswer(404, "LOGIN_NOT_FOUND", "The login was not found.");
    }
    const { connector } = dataSourceOf(key, login.dataSource, world());
    const [offset, limit] = [
      Number(c.req.query("offset") ?? 0),
      Number(c.req.query("limit") ?? 1000),
    ];
    if (
      !Number.isInteger(offset) ||
      !Number.isInteger(limit) ||
      offset < 0 ||
      limit < 1 ||
      limit > 1000
    ) {
      throw refusals.badRequest();
    }
    return dataAnswer((await accountsOf(connector, login)).slice(offset, offset + limit));
  });
}
