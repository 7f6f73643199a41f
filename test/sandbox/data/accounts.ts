import type { Connector } from "../model";
import { adapted } from "./adapters";
import { configurationOf } from "./configuration";
import { find } from "./jsonPath";
import type { Login } from "./model";
import { isPart, partOf, partsOf, refuseOthers, textOf, written } from "./parts";
import { pairValue } from "./placeholders";
import { callSource } from "./source";

export interface Account {
  readonly account_id: string;
  readonly account_name: string;
  readonly group_name: string;
}

export function hasAccountList(connector: Connector): boolean {
  return partsOf(partOf(configurationOf(connector)["accounts"])["fetchers"]).length > 0;
}

/** Asks the source for the accounts that a login sees; throws a failure when that is refused or can't be done. */
export async function accountsOf(connector: Connector, login: Login): Promise<Account[]> {
  const accounts = partOf(configurationOf(connector)["accounts"]);
  refuseOthers(accounts, ["fetchers"], "accounts");
  const { inputs, accessToken } = login;
  const filling = { secrets: connector.secrets, inputs, accessToken };
  const found: Account[] = [];
  for (const { request, accountInfo } of partsOf(accounts["fetchers"])) {
    const response = partOf(partOf(request)["response"]);
    const answer = await callSource(connector, "accounts.fetch", partOf(request), filling);
    const rows = find(textOf(partOf(response["dataRows"])["value"]), adapted(answer, response));
    const pairs = partOf(accountInfo);
    for (const { value: row } of rows) {
      const value = (name: string) =>
        isPart(pairs[name]) ? pairValue(pairs[name], row, filling) : undefined;
      const id = written(value("id"));
      const name = written(value("label")) || id;
      found.push({ account_id: id, account_name: name, group_name: written(value("group")) });
    }
  }
  return found;
}
