import { sourceConfiguration, sourceToken } from "../source/configuration";
import type { GivenLogin, KnownLink, KnownLogin } from "./data/control";
import type { ColleaguesConnector, Fault, Key, RecordedRequest, Settings } from "./model";

/**
 * Steers a running sandbox over HTTP. Uses nothing but `fetch`: suites bundle it into a browser's worker.
 *
 * For test runs: `addSourceConnector` gives a connector that queries run on, with Ann's login or without one; `login`,
 * `revokeLogin` and `logInOn` change who is logged in; `settings` says how queries go (`queryStates`, `queryMs`,
 * `queryEnd`, `queryFailures`, `pageRows`, …: see `DataSettings`), and `fault` breaks calls of them as any other.
 */
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
  const addConnector = (team: string, connector: ColleaguesConnector) =>
    ask("POST", connectors(team), connector);
  const login = (team: string, identifier: string, given: GivenLogin = {}) =>
    ask<KnownLogin>("POST", `${connectors(team)}/${identifier}/logins`, given);
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
    addConnector,
    /**
     * Adds "Harbour News" (S0URC), which queries run on: it fetches from a source that listens on this computer.
     * @param sourceOrigin of a source that `startSource` began
     * @param isLoggedIn whether Ann's login, with the source's token, is there already
     */
    async addSourceConnector(
      team: string,
      sourceOrigin: string,
      { isLoggedIn = true, identifier = "S0URC" } = {},
    ): Promise<void> {
      await addConnector(team, {
        identifier,
        name: "Harbour News",
        description: "Fetches from the source on this computer",
        configurationText: sourceConfiguration(sourceOrigin),
      });
      if (isLoggedIn) {
        await login(team, identifier, { inputs: { login_name: "Ann", token: sourceToken } });
      }
    },
    /**
     * Makes a login of a connector without asking its source. Username and display name come from the configuration
     * where it has them from user inputs, and are else `ann@example.com` and the username.
     */
    login,
    logins: () => ask<KnownLogin[]>("GET", "/logins"),
    revokeLogin: (id: string) => ask<KnownLogin>("POST", `/logins/${id}/revoke`),
    loginLinks: () => ask<KnownLink[]>("GET", "/links"),
    expireLoginLink: (id: string) => ask<KnownLink>("POST", `/links/${id}/expire`),
    /**
     * Does what a person does on the page of a login link: fills in the form and sends it. Throws when the page refuses.
     * @param inputs by the ID of the user input; those of `addSourceConnector` unless given
     */
    async logInOn(
      loginUrl: string,
      inputs: Readonly<Record<string, string>> = { login_name: "Ann", token: sourceToken },
    ): Promise<void> {
      const answer = await fetch(loginUrl, { method: "POST", body: new URLSearchParams(inputs) });
      if (!answer.ok) {
        throw new Error(`The login page refused: ${answer.status}`);
      }
    },
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
