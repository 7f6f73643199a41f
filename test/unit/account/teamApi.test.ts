import assert from "node:assert/strict";
import { ApiError, CancelledError, ContractError } from "../../../src/platform/http/errors";
import { getTeamName } from "../../../src/features/account/teamApi";
import { allRights, defaultKey, defaultTeam, otherTeam } from "../../sandbox";
import { thrownBy, useApi } from "../support/api";
import { channel } from "../support/log";

describe("getTeamName", () => {
  const { control, exchanges, send, account, signIn } = useApi();
  const path = async () => (await control().requests()).at(-1)?.path;

  it("asks for the team by its ID, which no number of JavaScript can hold", async () => {
    assert.equal(await getTeamName(send, account()), "Harbour Agency");
    assert.equal(await path(), "/v1/teams/9007199254740993");
    assert.equal(await getTeamName(send, signIn(otherTeam)), "Lighthouse");
  });

  it("leaves the path of a team for nothing that is written in the ID", async () => {
    await assert.rejects(getTeamName(send, signIn("42/../4242?a=b#c")));
    assert.equal(await path(), "/v1/teams/42%2F..%2F4242%3Fa%3Db%23c");
  });

  it("tells the right that the key lacks by its own code", async () => {
    const rights = allRights.filter((right) => right !== "team_read");
    await control().addKey({ key: defaultKey, teams: [defaultTeam], rights, state: "active" });
    const { details } = await thrownBy(getTeamName(send, account()), ApiError);
    assert.deepEqual([details.status, details.code], [403, "PERMISSION_ERROR"]);
  });

  it("is logged as normal where the right is missing, and as a refusal where the team is", async () => {
    await assert.rejects(getTeamName(send, signIn("77")));
    const rights = allRights.filter((right) => right !== "team_read");
    await control().addKey({ key: defaultKey, teams: [defaultTeam], rights, state: "active" });
    await assert.rejects(getTeamName(send, signIn(defaultTeam)));
    const { log, lines } = channel();
    exchanges.forEach((exchange) => log.note(exchange));
    assert.deepEqual([lines.info.length, lines.warn.length], [1, 1]);
    assert.match(lines.info[0] ?? "", / 403 /);
  });

  it("is refused for a team that does not exist", async () => {
    const { details } = await thrownBy(getTeamName(send, signIn("77")), ApiError);
    assert.deepEqual([details.status, details.code], [404, "NOT_FOUND"]);
  });

  for (const json of [{ name: "bare" }, { data: {} }, { data: { name: null } }]) {
    it(`takes ${JSON.stringify(json)} for no team`, async () => {
      await control().fault({ status: 200, json });
      await thrownBy(getTeamName(send, account()), ContractError);
    });
  }

  it("can be cancelled", async () => {
    const cancelled = AbortSignal.abort();
    await thrownBy(getTeamName(send, account(), cancelled), CancelledError);
    assert.deepEqual(await control().requests(), []);
  });
});
