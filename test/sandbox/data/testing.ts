import { sourceConfiguration } from "../../source/configuration";
import { startSource, type Source } from "../../source";
import type { Answer } from "../contract/check";
import { defaultKey, defaultTeam } from "../seed";
import { bodyOf, useSandbox } from "../testing";

/** What the answers to `query/data/json` have. */
export interface QueryBody {
  readonly meta: {
    readonly schedule_id: string;
    readonly status_code: string;
    readonly result?: { readonly total_rows: number; readonly cache_used: boolean };
    readonly paginate?: { readonly prev: string | null; readonly next: string | null };
  };
  readonly data: readonly (readonly unknown[])[];
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly description?: string;
  };
}

interface Link {
  readonly link_id: string;
  readonly status_code: string;
  readonly login_url: string;
  readonly login_id: string | null;
  readonly login_username: string | null;
}

interface Asked {
  readonly method?: string;
  readonly json?: object;
  /** `null` for none. */
  readonly key?: string | null;
}

/** Two days of one account, by the runtime IDs of the source's configuration: six rows. */
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

  /** Asks for an address of the sandbox, or any whole one. */
  async function ask(path: string, { method = "GET", json, key }: Asked = {}): Promise<Answer> {
    const url = path.startsWith("http") ? path : `${sandbox.origin()}${path}`;
    const answer = await fetch(url, {
      method,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key ?? defaultKey}` }),
        ...(json && { "content-type": "application/json" }),
      },
      ...(json && { body: JSON.stringify(json) }),
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }
  const queried = (json: object) => ask(withJson("/v2/query/data/json", json));
  const query = async (json: object) => bodyOf<QueryBody>(await queried(json));
  return {
    ...sandbox,
    sourceOrigin: () => source.origin,
    ask,
    queried,
    /** The answer to a query, which waits for the end unless the query says otherwise. */
    query,
    /** Ends in this failure: its code and its description or message. */
    failure: async (json: object) => {
      const { meta, error } = await query(json);
      return `${meta.status_code} ${error?.code}: ${error?.description ?? error?.message}`;
    },
    makeLink: async (json: object = {}) => {
      const asked = { method: "POST", json: { ds_id: "S0URC", ...json } };
      return bodyOf<{ data: Link }>(await ask("/v2/ds/login/link", asked)).data;
    },
    link: async (id: string) => bodyOf<{ data: Link }>(await ask(`/v2/ds/login/link/${id}`)).data,
    /** Publishes the source's configuration with a change. */
    configure: async (change: (configuration: Configuration) => void) => {
      const configuration = JSON.parse(sourceConfiguration(source.origin)) as Configuration;
      change(configuration);
      const configurationText = JSON.stringify(configuration);
      await sandbox.control().changeConnector(defaultTeam, "S0URC", { configurationText });
    },
  };
}

/** A path with the query parameter `json`. */
export function withJson(path: string, json: object): string {
  return `${path}?json=${encodeURIComponent(JSON.stringify(json))}`;
}

type Part = Record<string, unknown>;

/** The parts of the source's configuration that tests change. */
interface Configuration extends Part {
  authentication: Part;
  accounts: Part;
  reporting: { reportTypes: [ReportType, ReportType] };
}

interface ReportType extends Part {
  request: Part & { url: string; response: Part };
  fields: [Part, ...Part[]];
}
