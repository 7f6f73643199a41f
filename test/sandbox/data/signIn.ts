import type { Connector } from "../model";
import { configurationOf } from "./configuration";
import { failures } from "./failures";
import type { DataWorld, Login } from "./model";
import { isPart, partOf, partsOf, textOf, written } from "./parts";
import { pairValue, type Filling } from "./placeholders";
import { callSource } from "./source";

/** What a person is asked for: the inputs of `authentication.userInputs`. */
export interface UserInput {
  readonly id: string;
  readonly label: string;
  readonly isPassword: boolean;
}

export function userInputsOf(connector: Connector): readonly UserInput[] {
  const { userInputs } = partOf(configurationOf(connector)["authentication"]);
  return partsOf(userInputs).map(({ id, label, type }) => ({
    id: textOf(id),
    label: textOf(label) || textOf(id),
    isPassword: type === "password",
  }));
}

/** Who signs in, as the configuration's `dataSourceUser` says. */
export interface Person {
  readonly username: string;
  readonly displayName: string;
  readonly accessToken: string | null;
}

/**
 * Tries what was typed at the source: the call of `authentication.validation`, if there is one, and that of
 * `dataSourceUser`. Throws a failure when the source refuses it.
 */
export async function personOf(connector: Connector, inputs: Login["inputs"]): Promise<Person> {
  const { authentication, dataSourceUser } = configurationOf(connector);
  const type = partOf(authentication)["type"];
  if (authentication !== undefined && type !== "user_input") {
    throw failures.cannot(`authentication of the type “${textOf(type)}”`);
  }
  const { userInfo, request } = partOf(dataSourceUser);
  const pairs = partOf(userInfo);
  const accessToken = known(pairs["accessToken"], { secrets: connector.secrets, inputs });
  const filling = { secrets: connector.secrets, inputs, accessToken };
  const validation = partOf(partOf(authentication)["validation"])["request"];
  if (isPart(validation)) {
    await callSource(connector, "auth.validation", validation, filling);
  }
  const answer = isPart(request)
    ? await callSource(connector, "user.info", request, filling)
    : undefined;
  const value = (name: string) => textual(pairs[name], answer, filling);
  const username = value("id") ?? crypto.randomUUID();
  return { username, displayName: value("label") ?? username, accessToken };
}

/** The same, as far as it is known without asking the source. */
export function personWithoutSource(connector: Connector, inputs: Login["inputs"]): Person {
  const { userInfo } = partOf(configurationOf(connector)["dataSourceUser"]);
  const filling = { secrets: connector.secrets, inputs };
  const value = (name: string) => known(partOf(userInfo)[name], filling);
  const username = value("id") ?? "ann@example.com";
  return { username, displayName: value("label") ?? username, accessToken: value("accessToken") };
}

/** Stores a login; one of the same person at the same connector is replaced, and keeps its ID. */
export function keepLogin(
  { logins }: DataWorld,
  login: Pick<Login, "team" | "dataSource" | "inputs"> & Person & { expiryTime?: Date | null },
): Login {
  const isSame = ({ team, dataSource, username }: Login) =>
    team === login.team && dataSource === login.dataSource && username === login.username;
  const id = [...logins.values()].find(isSame)?.id ?? newId("login");
  const kept = { expiryTime: null, ...login, id, authTime: new Date(), revokedTime: null };
  logins.set(id, kept);
  return kept;
}

/** Whether a query may use it now. */
export function isUsable({ revokedTime, expiryTime }: Login): boolean {
  return revokedTime === null && (expiryTime === null || expiryTime.getTime() > Date.now());
}

export function newId(prefix: string): string {
  return `${prefix}_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
}

function known(pair: unknown, filling: Filling): string | null {
  const isAtSource = partOf(pair)["source"] === "jsonPath";
  return isAtSource ? null : (textual(pair, undefined, filling) ?? null);
}

function textual(pair: unknown, answer: unknown, filling: Filling): string | undefined {
  const value = isPart(pair) ? pairValue(pair, answer, filling) : undefined;
  return value === undefined || value === null ? undefined : written(value);
}
