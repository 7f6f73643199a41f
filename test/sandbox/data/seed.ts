import type { DataSettings, DataWorld, Login } from "./model";

export const dataRights = [
  "ds_logins_read",
  "ds_login_links_read",
  "ds_login_links_write",
  "ds_accounts_read",
  "ds_queries_read",
  "ds_queries_run",
] as const;

export const defaultDataSettings: DataSettings = {
  dataPrefix: "/v2",
  loginNeeded: "always",
  linkLimit: 100,
  queryStates: ["SCHEDULED"],
  queryMs: 0,
  queryEnd: null,
  queryFailures: "stateAndError",
  queryAccepted: 202,
  queryCache: "asAsked",
  cells: "strings",
  pageRows: 1000,
  paginateOrigin: null,
};

/** A team's logins are not only those of its connectors. */
export function seedData(team: string): DataWorld {
  const elsewhere: Login = {
    id: "login_analytics",
    team,
    dataSource: "GAWA",
    username: "ann@example.com",
    displayName: "Ann (Analytics)",
    authTime: new Date("2026-02-01T08:00:00Z"),
    expiryTime: null,
    revokedTime: null,
    inputs: {},
    accessToken: null,
  };
  return { logins: new Map([[elsewhere.id, elsewhere]]), links: new Map(), runs: new Map() };
}
