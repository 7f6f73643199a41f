import * as z from "zod/mini";
import type { Account } from "../../platform/account";
import type { Send } from "../../platform/http/send";

const teamSchema = z.looseObject({ data: z.looseObject({ name: z.string() }) });

/**
 * `GET /v1/teams/{team_id}`: the team's name. Needs the right `team_read`, which a key for the
 * Connector Builder may lack: a refusal says nothing about the Connector Builder.
 */
export async function getTeamName(
  send: Send,
  account: Account,
  signal?: AbortSignal,
): Promise<string> {
  const path = `/v1/teams/${encodeURIComponent(account.teamId)}`;
  const { value } = await send({
    account,
    method: "GET",
    path,
    schema: teamSchema,
    mayLackRight: true,
    signal,
  });
  return value.data.name;
}
