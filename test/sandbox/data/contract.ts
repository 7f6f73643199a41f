import { closed, dateTime, int, listOf, orNull, text, uri, type Schema } from "../contract/forms";
import { meta } from "../contract/errors";

/** A call of the data API; the official document that the rest is compared with has none of them. */
export interface DataOperation {
  readonly method: "GET" | "POST" | "PUT";
  /** Without prefix; `{link}`, `{login}` and `{run}` stand for what there is. */
  readonly path: string;
  /** The query parameter `json`, or the body of a POST. */
  readonly json?: object;
  readonly right: string | null;
  readonly success: 200 | 201;
  readonly answer: Schema;
}

const boolean = { type: "boolean" };
const id = text(255);
const name = text(255);
const dataSource = closed({ ds_id: id, name }, ["ds_id", "name"]);
const state = text(20, {
  enum: ["SCHEDULED", "QUEUED", "RUNNING", "SUCCESS", "FAILURE", "STOPPED"],
});

/** Every property is there: a stand-in has to send what the documents name. */
function all(properties: Readonly<Record<string, Schema>>): Schema {
  return closed(properties, Object.keys(properties));
}

function answer(data: Schema, more: Readonly<Record<string, Schema>> = {}): Schema {
  const { properties } = meta;
  return all({ meta: all({ ...properties, ...more }), data });
}

const link = all({
  link_id: id,
  status_code: text(10, { enum: ["OPEN", "CLOSED", "EXPIRED"] }),
  description: orNull(text(1000)),
  ds_info: all({ ds_id: id }),
  login_url: uri(),
  expiry_time: dateTime(32),
  login_id: orNull(id),
  login_username: orNull(name),
});

const account = all({ account_id: id, account_name: name, group_name: name });

const reportType = all({
  id,
  label: name,
  is_date_range_required: boolean,
  is_free_text_account_required: boolean,
  settings: listOf({}, 0),
});

const rows = listOf(listOf(text(), 100), 1_000_001);

const finished = answer(rows, {
  schedule_id: id,
  status_code: state,
  query: all({
    ds_id: id,
    start_date: orNull(text(10, { format: "date" })),
    end_date: orNull(text(10, { format: "date" })),
    fields: listOf(
      all({
        id,
        field_id: id,
        field_name: name,
        field_type: text(3, { enum: ["dim", "met"] }),
        data_type: text(50),
        data_column: int({ minimum: 0 }),
        visible: boolean,
      }),
      100,
    ),
  }),
  result: all({
    total_rows: int({ minimum: 0 }),
    total_columns: int({ minimum: 1 }),
    run_seconds: { type: "number", minimum: 0 },
    cache_used: boolean,
    cache_time: orNull(dateTime(32)),
  }),
  paginate: all({ prev: orNull(uri()), next: orNull(uri()) }),
});

const scheduled = { schedule_id: id, status_code: state };

const days = {
  ds_id: "S0URC",
  ds_accounts: "1001",
  fields: "newsletter_days_day",
  start_date: "2026-01-01",
  end_date: "2026-01-02",
};

export const dataOperations: Readonly<Record<string, DataOperation>> = {
  dataSource: {
    method: "GET",
    path: "/teams/9007199254740993/datasource/S0URC",
    right: null,
    success: 200,
    answer: answer(
      all({
        id,
        name,
        status: text(20),
        logo_url: uri(),
        is_authentication_required: boolean,
        has_account_list: boolean,
        has_fields: boolean,
        has_report_type_selection: boolean,
        is_date_range_required: boolean,
        report_types: listOf(reportType, 1000),
        common_settings: listOf({}, 0),
        account_labels: all({ singular: name, plural: name }),
      }),
    ),
  },
  fields: {
    method: "GET",
    path: "/query/fields",
    json: { ds_id: "S0URC" },
    right: "ds_queries_read",
    success: 200,
    answer: answer(
      listOf(
        all({
          field_id: text(100, { pattern: "^[A-Za-z0-9_-]+$" }),
          field_name: name,
          field_type: text(3, { enum: ["dim", "met"] }),
          data_type: text(50),
          description: text(1000),
          group_name: name,
          is_filterable: boolean,
        }),
        1000,
      ),
    ),
  },
  logins: {
    method: "GET",
    path: "/ds/logins",
    right: "ds_logins_read",
    success: 200,
    answer: answer(
      listOf(
        all({
          login_id: id,
          login_type: text(20),
          username: name,
          display_name: name,
          ds_info: dataSource,
          auth_time: dateTime(32),
          expiry_time: orNull(dateTime(32)),
          revoked_time: orNull(dateTime(32)),
          is_refreshable: boolean,
          is_shared: boolean,
        }),
        1000,
      ),
    ),
  },
  makeLink: {
    method: "POST",
    path: "/ds/login/link",
    json: { ds_id: "S0URC", expiry_time: "2099-01-01T00:00:00Z", description: "A test run" },
    right: "ds_login_links_write",
    success: 201,
    answer: answer(link),
  },
  link: {
    method: "GET",
    path: "/ds/login/link/{link}",
    right: "ds_login_links_read",
    success: 200,
    answer: answer(link),
  },
  closeLink: {
    method: "PUT",
    path: "/ds/login/link/{link}/close",
    right: "ds_login_links_write",
    success: 200,
    answer: answer(link),
  },
  links: {
    method: "GET",
    path: "/ds/login/links",
    right: "ds_login_links_read",
    success: 200,
    answer: answer(listOf(link, 1000)),
  },
  accounts: {
    method: "GET",
    path: "/query/accounts",
    json: { ds_id: "S0URC", ds_users: ["ann@example.com"], cache_minutes: 60 },
    right: "ds_accounts_read",
    success: 200,
    answer: answer(
      listOf(all({ ds_user: name, display_name: name, accounts: listOf(account, 1000) }), 1000),
    ),
  },
  loginAccounts: {
    method: "GET",
    path: "/ds/login/{login}/accounts",
    right: "ds_accounts_read",
    success: 200,
    answer: answer(listOf(account, 1000)),
  },
  query: {
    method: "GET",
    path: "/query/data/json",
    json: days,
    right: "ds_queries_run",
    success: 200,
    answer: finished,
  },
  status: {
    method: "GET",
    path: "/query/status",
    json: { schedule_id: "{run}" },
    right: "ds_queries_read",
    success: 200,
    answer: answer(all(scheduled), scheduled),
  },
  results: {
    method: "GET",
    path: "/query/results",
    json: { schedule_id: "{run}" },
    right: "ds_queries_read",
    success: 200,
    answer: finished,
  },
};
