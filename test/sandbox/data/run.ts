import { Refusal } from "../answers";
import type { Connector } from "../model";
import { accountsOf, hasAccountList } from "./accounts";
import { adapted } from "./adapters";
import { configurationOf, hasItsSecrets, selected, type ReportType } from "./configuration";
import { failures } from "./failures";
import { find } from "./jsonPath";
import type { Login, Query, RunEnd } from "./model";
import { partOf, refuseOthers, textOf } from "./parts";
import { pairValue, type Filling } from "./placeholders";
import { callSource, writeLog } from "./source";

/**
 * Runs a query by the connector's configuration as it is published, calling its source, and writes of it in the
 * connector's logs. Never rejects: what can't be done or is refused is a failure.
 * @param login that the query runs with; undefined fails as authentication, null needs none
 */
export async function run(
  connector: Connector,
  login: Login | null | undefined,
  query: Query,
): Promise<RunEnd> {
  const started = Date.now();
  try {
    return {
      ...(await rowsOf(connector, login, query)),
      seconds: seconds(started),
      cachedAt: null,
    };
  } catch (error) {
    const failure =
      error instanceof Refusal
        ? error
        : failures.source(`The run failed: ${error instanceof Error ? error.message : "unknown"}`);
    const { status, code, message, description } = failure;
    writeLog(connector, {
      status: null,
      event: "query.failure",
      request: query.fields.join(",").slice(0, 1000),
      duration_ms: Date.now() - started,
      details: { code, message, description },
    });
    return { status, code, message, description };
  }
}

async function rowsOf(connector: Connector, login: Login | null | undefined, query: Query) {
  const configuration = configurationOf(connector);
  if (login === undefined || !hasItsSecrets(configuration, connector.secrets)) {
    throw failures.authentication();
  }
  const { reportType, fields } = selected(configuration, query.fields);
  if (reportType.isDateRangeRequired && !query.dates) {
    throw failures.badQuery("start_date and end_date are required.");
  }
  const accounts = await accountsToAsk(connector, login, query);
  const rows: unknown[][] = [];
  for (const account of accounts) {
    const filling: Filling = {
      secrets: connector.secrets,
      dates: query.dates,
      ...(login && { inputs: login.inputs, accessToken: login.accessToken }),
      ...(account !== undefined && { account }),
    };
    for (const row of await sourceRows(connector, reportType, filling)) {
      if (rows.length < query.maxRows) {
        rows.push(fields.map(({ part }) => pairValue(partOf(part["value"]), row, filling)));
      }
    }
  }
  return { fields, rows };
}

/** One call for each account; one without any where the connector has none and none is named. */
async function accountsToAsk(
  connector: Connector,
  login: Login | null,
  { accounts }: Query,
): Promise<readonly (string | undefined)[]> {
  if (accounts === "all") {
    const all = login && hasAccountList(connector) ? await accountsOf(connector, login) : [];
    return all.map((one) => one.account_id);
  }
  if (accounts.length === 0 && hasAccountList(connector)) {
    throw failures.accountRequired();
  }
  return accounts.length === 0 ? [undefined] : accounts;
}

async function sourceRows(connector: Connector, { request }: ReportType, filling: Filling) {
  const answer = await callSource(connector, "query.data", request, filling);
  const response = partOf(request["response"]);
  const dataRows = partOf(response["dataRows"]);
  refuseOthers(dataRows, ["source", "value"], "dataRows");
  if (dataRows["source"] !== "jsonPath") {
    throw failures.cannot(`rows of the source “${textOf(dataRows["source"])}”`);
  }
  return find(textOf(dataRows["value"]), adapted(answer, response)).map(({ value }) => value);
}

function seconds(since: number): number {
  return (Date.now() - since) / 1000;
}
