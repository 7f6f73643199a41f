import * as z from "zod/mini";
import type { Account } from "../../platform/account";
import { ApiError, ContractError } from "../../platform/http/errors";
import type { Answer, Call, Send } from "../../platform/http/send";
import { parseServerTime } from "../../platform/http/serverTime";
import { itemsOf, membersOf, valueAt } from "../../platform/json/parsedValue";
import { cellOf, parseResponse } from "../rows/responseJson";

/** What the service says of a connector when it runs. Every text in it is untrusted. */
export interface DataSource {
  readonly name?: string | undefined;
  readonly isAuthenticationRequired?: boolean | undefined;
  readonly hasAccountList?: boolean | undefined;
  readonly isDateRangeRequired?: boolean | undefined;
  readonly reportTypes: readonly DataSourceReportType[];
}

export interface DataSourceReportType {
  readonly id: string;
  readonly label: string;
  readonly isDateRangeRequired?: boolean | undefined;
  readonly isFreeTextAccountRequired?: boolean | undefined;
}

export interface RuntimeField {
  /** `<report type id>_<field id>`. */
  readonly id: string;
  readonly name: string;
  readonly kind?: "dimension" | "metric" | undefined;
  readonly dataType?: string | undefined;
  readonly group?: string | undefined;
}

export interface Login {
  readonly id: string;
  /** What a query takes; not the `id`. */
  readonly username: string;
  readonly displayName: string;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | undefined;
}

export interface LoginLink {
  readonly id: string;
  /** Undefined where it is none that may be opened: neither https nor the service's own on this computer. */
  readonly url?: string | undefined;
  readonly status: "open" | "closed" | "expired";
  /** Set once somebody has logged in. */
  readonly loginId?: string | undefined;
  readonly username?: string | undefined;
}

export interface NewLoginLink {
  readonly dsId: string;
  readonly description?: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface LoginAccount {
  readonly id: string;
  readonly name: string;
  readonly group?: string | undefined;
}

const objectSchema = z.looseObject({});
const listSchema = z.union([z.array(z.unknown()), z.looseObject({ data: z.array(z.unknown()) })]);

/**
 * Which prefix is tried first. Of the data endpoints the official client calls those below `/v2`, the SDK those
 * without; of a connector's details both call the one without.
 */
const prefixes = { data: ["/v2", ""], details: ["", "/v2"] };

/** The calls that run a published connector. Sends what `send` sends, and throws what it throws. */
export class DataApi {
  /**
   * @param href address of the service, as the calls' paths are appended to it
   * @param answered which prefix the service answers at, by the kind of endpoint and its origin
   */
  constructor(
    private readonly send: Send,
    private readonly href: () => string,
    private readonly answered = new Map<string, string>(),
  ) {}

  /** `GET /teams/{team_id}/datasource/{ds_id}`. */
  async dataSource(account: Account, dsId: string, signal?: AbortSignal): Promise<DataSource> {
    const path = `/teams/${encodeURIComponent(account.teamId)}/datasource/${encodeURIComponent(dsId)}`;
    const call = { account, method: "GET", path, schema: objectSchema, signal } as const;
    const json = dataOf(await this.call(call, "details"));
    const { name, report_types: types, ...is } = membersOf(json);
    return {
      name: textOf(name),
      isAuthenticationRequired: booleanOf(is["is_authentication_required"]),
      hasAccountList: booleanOf(is["has_account_list"]),
      isDateRangeRequired: booleanOf(is["is_date_range_required"]),
      reportTypes: itemsOf(types).flatMap((item) => {
        const type = membersOf(item);
        const id = textOf(type["id"]);
        return id
          ? [
              {
                id,
                label: textOf(type["label"]) || id,
                isDateRangeRequired: booleanOf(type["is_date_range_required"]),
                isFreeTextAccountRequired: booleanOf(type["is_free_text_account_required"]),
              },
            ]
          : [];
      }),
    };
  }

  /** `GET …/query/fields`. */
  async fields(
    account: Account,
    dsId: string,
    username: string | undefined,
    signal?: AbortSignal,
  ): Promise<readonly RuntimeField[]> {
    const query = { ds_id: dsId, ...(username !== undefined && { ds_users: [username] }) };
    return (await this.list(account, `/query/fields${jsonQuery(query)}`, signal)).flatMap(
      (item) => {
        const id = textOf(item["field_id"]);
        return id
          ? [
              {
                id,
                name: textOf(item["field_name"]) || id,
                kind: fieldKind(item["field_type"]),
                dataType: textOf(item["data_type"]),
                group: textOf(item["group_name"]),
              },
            ]
          : [];
      },
    );
  }

  /** `GET …/ds/logins`: those of this connector that weren't revoked. */
  async logins(account: Account, dsId: string, signal?: AbortSignal): Promise<readonly Login[]> {
    return (await this.list(account, "/ds/logins", signal)).flatMap((item) => {
      const username = textOf(item["username"]);
      const isUsable = textOf(valueAt(item, "ds_info", "ds_id")) === dsId && !item["revoked_time"];
      return username && isUsable
        ? [
            {
              id: textOf(item["login_id"]) ?? "",
              username,
              displayName: textOf(item["display_name"]) || username,
              expiresAt: parseServerTime(textOf(item["expiry_time"])),
            },
          ]
        : [];
    });
  }

  /** `POST …/ds/login/link`. Never sent again on its own. */
  async createLoginLink(
    account: Account,
    { dsId, description, expiresAt }: NewLoginLink,
    signal?: AbortSignal,
  ): Promise<LoginLink> {
    // The documents differ about relative times: an absolute one to the second is taken by all.
    const expiry = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`;
    const body = JSON.stringify({
      ds_id: dsId,
      expiry_time: expiry,
      ...(description && { description: description.slice(0, 1000) }),
    });
    const path = "/ds/login/link";
    return this.link({ account, method: "POST", path, schema: objectSchema, body, signal });
  }

  /** `GET …/ds/login/link/{link_id}`. */
  loginLink(account: Account, linkId: string, signal?: AbortSignal): Promise<LoginLink> {
    const path = linkPath(linkId);
    return this.link({ account, method: "GET", path, schema: objectSchema, signal });
  }

  /** `PUT …/ds/login/link/{link_id}/close`. */
  async closeLoginLink(account: Account, linkId: string): Promise<void> {
    const path = `${linkPath(linkId)}/close`;
    await this.call({ account, method: "PUT", path, schema: z.unknown() });
  }

  /** `GET …/query/accounts`. */
  async accounts(
    account: Account,
    dsId: string,
    username: string | undefined,
    signal?: AbortSignal,
  ): Promise<readonly LoginAccount[]> {
    const query = { ds_id: dsId, ...(username !== undefined && { ds_users: [username] }) };
    const users = await this.list(account, `/query/accounts${jsonQuery(query)}`, signal);
    return users.flatMap((user) =>
      itemsOf(user["accounts"]).flatMap((item) => {
        const one = membersOf(item);
        const id = textOf(one["account_id"]);
        const group = textOf(one["group_name"]);
        return id ? [{ id, name: textOf(one["account_name"]) || id, group }] : [];
      }),
    );
  }

  /** `GET …/query/data/json` with one JSON object of parameters: JSON of the answer, as `parseResponse` gives it. */
  async query(account: Account, parameters: object, signal?: AbortSignal): Promise<unknown> {
    const path = `/query/data/json${jsonQuery(parameters)}`;
    const call = { account, method: "GET", path, schema: objectSchema, signal } as const;
    return parseResponse((await this.call(call)).text);
  }

  private async list(account: Account, path: string, signal: AbortSignal | undefined) {
    const call = { account, method: "GET", path, schema: listSchema, signal } as const;
    return itemsOf(dataOf(await this.call(call))).map(membersOf);
  }

  private async link(call: Call<unknown>): Promise<LoginLink> {
    const item = membersOf(dataOf(await this.call(call)));
    const status = textOf(item["status_code"])?.toLowerCase();
    return {
      id: textOf(item["link_id"]) ?? "",
      url: textOf(item["login_url"]),
      status: status === "closed" || status === "expired" ? status : "open",
      loginId: textOf(item["login_id"]) || undefined,
      username: textOf(item["login_username"]) || undefined,
    };
  }

  private async call<T>(call: Call<T>, kind: keyof typeof prefixes = "data"): Promise<Answer<T>> {
    const key = `${kind} ${new URL(this.href()).origin}`;
    const known = this.answered.get(key);
    const [first = "", second = ""] = prefixes[kind];
    const order = known === undefined || known === first ? [first, second] : [second, first];
    let problem: unknown;
    for (const prefix of order) {
      try {
        const answer = await this.send({ ...call, path: prefix + call.path });
        this.answered.set(key, prefix);
        return answer;
      } catch (error) {
        problem ??= error;
        if (!isNoEndpoint(error)) {
          throw error;
        }
      }
    }
    throw problem;
  }
}

function isNoEndpoint(error: unknown): boolean {
  return error instanceof ApiError
    ? error.details.status === 404 && error.details.form !== "api"
    : error instanceof ContractError && error.isPage;
}

/** What an answer is about: its `data`, or the whole of it where it has none. */
function dataOf({ text }: Answer<unknown>): unknown {
  const json = parseResponse(text);
  return membersOf(json)["data"] ?? json;
}

/** One JSON object as the query parameter `json`, which is how the data endpoints take their parameters. */
function jsonQuery(parameters: object): string {
  return `?json=${encodeURIComponent(JSON.stringify(parameters))}`;
}

function linkPath(id: string): string {
  return `/ds/login/link/${encodeURIComponent(id)}`;
}

/** A text; of a number its digits as they are spelled. */
function textOf(value: unknown): string | undefined {
  const cell = cellOf(value);
  return typeof cell === "string" || typeof cell === "number" ? String(cell) : undefined;
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function fieldKind(type: unknown): RuntimeField["kind"] {
  return type === "dim" ? "dimension" : type === "met" ? "metric" : undefined;
}
