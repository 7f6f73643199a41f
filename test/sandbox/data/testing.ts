import { startSource, type Source } from "../../source";
import type { Answer } from "../contract/check";
import { defaultKey, defaultTeam } from "../seed";
import { bodyOf, useSandbox } from "../testing";

/** What the answers to `query/data/json` have. */
export interface QueryBody {
  readonly meta: {
    readonly request_id: string;
    readonly schedule_id: string;
    readonly status_code: string;
    readonly result: { readonly total_rows: number; readonly cache_used: boolean };
    readonly paginate: { readonly prev: string | null; readonly next: string | null };
  };
  readonly data: readonly (readonly unknown[])[];
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly description?: string;
  };
}

export interface LinkBody {
  readonly link_id: string;
  readonly status_code: string;
  readonly login_url: string;
  readonly login_id: string | null;
  readonly login_username: string | null;
}

/** Days of one account, by the runtime IDs of the source's configuration. */
export const daysQuery = {
  ds_id: "S0URC",
  ds_user: "ann@example.com",
  ds_accounts: ["1001"],
  fields: ["newsletter_days_day", "newsletter_days_opens"],
  start_date: "2026-01-01",
  end_date: "2026-01-02",
  cache_minutes: 0,
} as const;

/** A sandbox and a source for the tests of a file, with the connector "S0URC" and Ann's login in it. */
export function useDataApi() {
  const sandbox = useSandbox();
  let source: Source;
  before(async () => {
    source = await startSource();
  });
  beforeEach(() => sandbox.control().addSourceConnector(defaultTeam, source.origin));
  after(() => source.close());

  /** Asks for an address of the sandbox. @param key null for none */
  async function ask(
    path: string,
    {
      method = "GET",
      json,
      key = defaultKey,
    }: { method?: string; json?: object; key?: string | null } = {},
  ): Promise<Answer> {
    const answer = await fetch(path.startsWith("http") ? path : `${sandbox.origin()}${path}`, {
      method,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(json && { "content-type": "application/json" }),
      },
      ...(json && { body: JSON.stringify(json) }),
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }
  const withJson = (path: string, json: object) =>
    `${path}?json=${encodeURIComponent(JSON.stringify(json))}`;
  const query = async (json: object, key?: string) =>
    bodyOf<QueryBody>(
      await ask(withJson("/v2/query/data/json", json), key === undefined ? {} : { key }),
    );
  return {
    ...sandbox,
    source: () => source,
    ask,
    withJson,
    /** The answer to a query that waits for its end, unless the query says otherwise. */
    query,
    newLink: async (json: object = {}) => {
      const answer = await ask("/v2/ds/login/link", {
        method: "POST",
        json: { ds_id: "S0URC", ...json },
      });
      return bodyOf<{ data: LinkBody }>(answer).data;
    },
    link: async (id: string) =>
      bodyOf<{ data: LinkBody }>(await ask(`/v2/ds/login/link/${id}`)).data,
  };
}
