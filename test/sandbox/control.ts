import type { ColleaguesConnector, Fault, Key, RecordedRequest, Settings } from "./model";

/** Steers a running sandbox over HTTP. Uses nothing but `fetch`: suites bundle it into a browser's worker. */
export function createControl(origin: string) {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${origin}/__sandbox${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) {
      throw new Error(`The sandbox refused ${method} ${path}: ${answer.status}`);
    }
    return (await answer.json()) as T;
  }
  const all = () => ask<RecordedRequest[]>("GET", "/requests");
  const isForSchema = ({ path }: RecordedRequest) => path.startsWith("/connector_builder/");
  const connectors = (team: string) => `/teams/${team}/connectors`;
  return {
    /** Back to the seed, or to so many connectors. */
    reset: (options: { connectors?: number } = {}) => ask("POST", "/reset", options),
    /** What was asked of the teams' API. */
    requests: async () => (await all()).filter((request) => !isForSchema(request)),
    /** What was asked for the schema: an editor does that when it likes. */
    schemaRequests: async () => (await all()).filter(isForSchema),
    clearRequests: () => ask("DELETE", "/requests"),
    fault: (fault: Fault) => ask("POST", "/faults", fault),
    clearFaults: () => ask("DELETE", "/faults"),
    settings: (settings: Partial<Settings>) => ask("PUT", "/settings", settings),
    addKey: (key: Key) => ask("POST", "/keys", key),
    removeKey: (key: string) => ask("DELETE", `/keys/${key}`),
    addConnector: (team: string, connector: ColleaguesConnector) =>
      ask("POST", connectors(team), connector),
    changeConnector: (team: string, identifier: string, change: ColleaguesConnector) =>
      ask("PATCH", `${connectors(team)}/${identifier}`, change),
    removeConnector: (team: string, identifier: string) =>
      ask("DELETE", `${connectors(team)}/${identifier}`),
    connector: (team: string, identifier: string) =>
      ask<Required<Omit<ColleaguesConnector, "identifier" | "logs">>>(
        "GET",
        `${connectors(team)}/${identifier}`,
      ),
  };
}

export type SandboxControl = ReturnType<typeof createControl>;
