import * as z from "zod/mini";
import type { Account, Recipient } from "../../platform/account";
import type { Answer, Call, Send } from "../../platform/http/send";
import { parseServerTime } from "../../platform/http/serverTime";
import { itemsOf, membersOf, valueAt } from "../../platform/json/parsedValue";
import { parseResponse } from "../rows/responseJson";
import { pagePath } from "./pagePath";
import { ApiPrefixes } from "./apiPrefixes";
import { queryAnswer, textOrDigits, type QueryAnswer } from "./queryAnswer";

/** What the service says of a connector when it runs. Every text in it is untrusted. */
export interface DataSource {
  readonly name?: string | undefined;
  readonly isAuthenticationRequired?: boolean | undefined;
  readonly hasAccountList?: boolean | undefined;
  readonly isDateRangeRequired?: boolean | undefined;
  readonly reportTypes: readonly DataSourceReportType[];
}

/** A report type as the service runs it. */
export interface DataSourceReportType {
  readonly id: string;
  readonly label: string;
  readonly isDateRangeRequired?: boolean | undefined;
  readonly isFreeTextAccountRequired?: boolean | undefined;
}

/** A field as a query names it. */
export interface RuntimeField {
  /** `<report type id>_<field id>`. */
  readonly id: string;
  readonly name: string;
  readonly kind?: "dimension" | "metric" | undefined;
  readonly dataType?: string | undefined;
  readonly group?: string | undefined;
}

/** A login to the connector's source, which the service keeps. */
export interface Login {
  readonly id: string;
  /** What a query takes; not the `id`. */
  readonly username: string;
  readonly displayName: string;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | undefined;
}

/** A link with which somebody can make a login, once. */
export interface LoginLink {
  readonly id: string;
  /** Undefined where it is none that may be opened: neither https nor the service's own on this computer. */
  readonly url?: string | undefined;
  readonly status: "open" | "closed" | "expired";
  /** Set once somebody has logged in. */
  readonly loginId?: string | undefined;
  readonly username?: string | undefined;
}

/** What a new link is made of. */
export interface NewLoginLink {
  readonly dsId: string;
  readonly description?: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** An account that a login can see. */
export interface LoginAccount {
  readonly id: string;
  readonly name: string;
  readonly group?: string | undefined;
}

const objectSchema = z.looseObject({});
const listSchema = z.union([z.array(z.unknown()), z.looseObject({ data: z.array(z.unknown()) })]);
/** Without its ID nobody could close a link again. In a path one or two dots mean another place, and half a character nothing. */
const linkSchema = z.looseObject({
  data: z.looseObject({
    link_id: z.union([z.string().check(z.regex(/^(?!\.{0,2}$)\P{Cs}*$/u)), z.number()]),
  }),
});

/** Accounts are asked of the source while the call lasts, which the official client gives an hour. Seconds. */
const accountsTimeout = 600;

const linksPath = "/ds/login/link";

type Get = Pick<Call<unknown>, "leastSeconds" | "isContent" | "signal">;

/** The calls that run a published connector. They throw what `send` throws. */
export class DataApi {
  private readonly prefixes: ApiPrefixes;

  /** @param href address of the service: the calls' paths are appended to it */
  constructor(
    private readonly send: Send,
    private readonly href: () => string,
  ) {
    this.prefixes = new ApiPrefixes(send);
  }

  /** `GET /teams/{team_id}/datasource/{ds_id}`. */
  async dataSource(account: Account, dsId: string, signal?: AbortSignal): Promise<DataSource> {
    const [team, id] = [account.teamId, dsId].map(encodeURIComponent);
    const call = get(account, `/teams/${team}/datasource/${id}`, objectSchema, { signal });
    const item = membersOf(dataOf(await this.prefixes.call(call, "details")));
    return {
      name: textOrDigits(item["name"]),
      isAuthenticationRequired: booleanOf(item["is_authentication_required"]),
      hasAccountList: booleanOf(item["has_account_list"]),
      isDateRangeRequired: booleanOf(item["is_date_range_required"]),
      reportTypes: known(itemsOf(item["report_types"]), "id", (type, typeId) => ({
        id: typeId,
        label: textOrDigits(type["label"]) ?? typeId,
        isDateRangeRequired: booleanOf(type["is_date_range_required"]),
        isFreeTextAccountRequired: booleanOf(type["is_free_text_account_required"]),
      })),
    };
  }

  /** `GET …/query/fields`. */
  async fields(
    account: Account,
    dsId: string,
    username: string | undefined,
    signal?: AbortSignal,
  ): Promise<readonly RuntimeField[]> {
    const path = `/query/fields${jsonQuery(ofUser(dsId, username))}`;
    return known(await this.list(account, path, { signal }), "field_id", (item, id) => ({
      id,
      name: textOrDigits(item["field_name"]) ?? id,
      kind: fieldKinds.get(item["field_type"]),
      dataType: textOrDigits(item["data_type"]),
      group: textOrDigits(item["group_name"]),
    }));
  }

  /** `GET …/ds/logins`: those of this connector that weren't revoked. */
  async logins(account: Account, dsId: string, signal?: AbortSignal): Promise<readonly Login[]> {
    const all = await this.list(account, "/ds/logins", { signal });
    const usable = all.filter(
      (item) =>
        textOrDigits(valueAt(item, "ds_info", "ds_id")) === dsId &&
        !membersOf(item)["revoked_time"],
    );
    return known(usable, "username", (item, username) => ({
      id: textOrDigits(item["login_id"]) ?? "",
      username,
      displayName: textOrDigits(item["display_name"]) ?? username,
      expiresAt: parseServerTime(textOrDigits(item["expiry_time"])),
    }));
  }

  /** `POST …/ds/login/link`, which isn't sent again on its own. */
  async createLoginLink(
    account: Account,
    { dsId, description, expiresAt }: NewLoginLink,
    signal?: AbortSignal,
  ): Promise<LoginLink> {
    const body = JSON.stringify({
      ds_id: dsId,
      // An absolute time to the second: whether others are taken the sources contradict.
      expiry_time: `${new Date(expiresAt).toISOString().slice(0, 19)}Z`,
      ...(description && { description: description.slice(0, 1000) }),
    });
    return this.link({ ...get(account, linksPath, linkSchema, { signal }), method: "POST", body });
  }

  /** `GET …/ds/login/link/{link_id}`. */
  loginLink(account: Account, linkId: string, signal?: AbortSignal): Promise<LoginLink> {
    return this.link(get(account, linkPath(linkId), linkSchema, { signal }));
  }

  /** `PUT …/ds/login/link/{link_id}/close`. The link is the key's, whatever team is in use. */
  async closeLoginLink({ origin }: Account, linkId: string): Promise<void> {
    const call = get({ origin, teamId: undefined }, `${linkPath(linkId)}/close`, z.unknown());
    await this.prefixes.call({ ...call, method: "PUT" }, "data");
  }

  /** `GET …/query/accounts`. */
  async accounts(
    account: Account,
    dsId: string,
    username: string | undefined,
    signal?: AbortSignal,
  ): Promise<readonly LoginAccount[]> {
    const path = `/query/accounts${jsonQuery(ofUser(dsId, username))}`;
    const users = await this.list(account, path, { signal, leastSeconds: accountsTimeout });
    const all = users.flatMap((user) => itemsOf(membersOf(user)["accounts"]));
    return known(all, "account_id", (item, id) => ({
      id,
      name: textOrDigits(item["account_name"]) ?? id,
      group: textOrDigits(item["group_name"]),
    }));
  }

  /** `GET …/query/data/json` with these parameters. */
  async query(account: Account, parameters: object, signal?: AbortSignal): Promise<QueryAnswer> {
    const path = `/query/data/json${jsonQuery(parameters)}`;
    const call = get(account, path, objectSchema, { signal, isContent: isOfRun });
    return queryAnswer((await this.prefixes.call(call, "data")).text);
  }

  /**
   * Another page of a run's rows, by its address. The key goes with it: so only to where this service has rows.
   * @returns undefined for any other address, which isn't asked
   */
  async page(
    account: Account,
    address: string,
    signal?: AbortSignal,
  ): Promise<QueryAnswer | undefined> {
    const path = pagePath(address, this.href());
    if (path === undefined) {
      return undefined;
    }
    const call = get(account, path, objectSchema, { signal, isContent: isOfRun });
    return queryAnswer((await this.send(call)).text);
  }

  private async list(account: Account, path: string, options: Get): Promise<readonly unknown[]> {
    const call = get(account, path, listSchema, options);
    return itemsOf(dataOf(await this.prefixes.call(call, "data")));
  }

  private async link(call: Call<unknown>): Promise<LoginLink> {
    const item = membersOf(dataOf(await this.prefixes.call(call, "data")));
    const url = textOrDigits(item["login_url"]) ?? "";
    const status = textOrDigits(item["status_code"])?.toLowerCase();
    return {
      id: textOrDigits(item["link_id"]) ?? "",
      url: mayBeOpened(url, call.account.origin) ? url : undefined,
      status: status === "closed" || status === "expired" ? status : "open",
      loginId: textOrDigits(item["login_id"]),
      username: textOrDigits(item["login_username"]),
    };
  }
}

function get<T>(account: Recipient, path: string, schema: z.ZodMiniType<T>, options: Get = {}) {
  return { account, method: "GET", path, schema, ...options } as const;
}

/** One JSON object as the query parameter `json`, which is how the data endpoints take their parameters. */
function jsonQuery(parameters: object): string {
  return `?json=${encodeURIComponent(JSON.stringify(parameters))}`;
}

function ofUser(dsId: string, username: string | undefined): object {
  return { ds_id: dsId, ...(username !== undefined && { ds_users: [username] }) };
}

function linkPath(id: string): string {
  return `${linksPath}/${encodeURIComponent(id)}`;
}

/** A run may fail with an `error` in a success: that is what the run says, and no refusal to tell of it. */
function isOfRun(json: unknown): boolean {
  return typeof valueAt(json, "meta", "status_code") === "string";
}

/** What an answer is about: its `data`, or the whole of it where it has none. */
function dataOf({ text }: Answer<unknown>): unknown {
  const json = parseResponse(text);
  return membersOf(json)["data"] ?? json;
}

/** Makes something of each item that has an ID; what has none can't be asked for. */
function known<T>(
  items: readonly unknown[],
  idName: string,
  make: (item: Readonly<Record<string, unknown>>, id: string) => T,
): readonly T[] {
  return items.flatMap((item) => {
    const members = membersOf(item);
    const id = textOrDigits(members[idName]);
    return id === undefined ? [] : [make(members, id)];
  });
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

const fieldKinds = new Map<unknown, RuntimeField["kind"]>([
  ["dim", "dimension"],
  ["met", "metric"],
]);

/** Whether a browser may be sent there: https, or the service itself, which without it is on this computer. */
function mayBeOpened(address: string, origin: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return (
    url !== undefined &&
    !url.username &&
    !url.password &&
    (url.protocol === "https:" || url.origin === origin)
  );
}
