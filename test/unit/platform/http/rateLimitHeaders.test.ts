import assert from "node:assert/strict";
import { listConnectors } from "../../../../src/features/connectors/connectorsApi";
import { rateLimitFrom } from "../../../../src/platform/http/rateLimitHeaders";
import { getTeamName } from "../../../../src/features/account/teamApi";
import { defaultTeam } from "../../../sandbox";
import { useApi } from "../../support/api";

describe("rateLimitFrom", () => {
  const read = (headers: Record<string, string>) => rateLimitFrom(new Headers(headers));

  it("reads what is allowed and what is left", () => {
    const headers = { "X-RateLimit-Limit": "5000", "X-RateLimit-Remaining": "4999" };
    assert.deepEqual(read(headers), { limit: 5000, remaining: 4999 });
  });

  it("takes none left for a number, not for a missing one", () => {
    assert.deepEqual(read({ "x-ratelimit-remaining": "0" }), { limit: undefined, remaining: 0 });
  });

  it("reads one where the other is missing or unreadable", () => {
    const headers = { "x-ratelimit-limit": "10", "x-ratelimit-remaining": "many" };
    assert.deepEqual(read(headers), { limit: 10, remaining: undefined });
  });

  it("says nothing without the headers", () => {
    assert.equal(read({ "x-rate-limit": "5000" }), undefined);
  });

  for (const value of ["", " ", "-1", "4.5", "1e3", "0x10", "5, 6", "9999999999999999"]) {
    it(`says nothing for “${value}”`, () => {
      assert.equal(read({ "x-ratelimit-limit": value }), undefined);
    });
  }
});

describe("the rate limit of an answer", () => {
  const { control, exchanges, send, account, signIn } = useApi();
  const left = () => exchanges.map(({ answer }) => answer?.rateLimit?.remaining);

  it("is reported wherever the service tells it, and only there", async () => {
    await getTeamName(send, account());
    await assert.rejects(getTeamName(send, signIn("77")));
    await control().settings({ rateHeaders: "all" });
    await listConnectors(send, signIn(defaultTeam));
    assert.deepEqual(left(), [undefined, 4998, 4997]);
  });

  it("is reported with a refusal for exceeding it", async () => {
    await control().settings({ rateLimit: { limit: 3, remaining: 1 } });
    await getTeamName(send, account());
    await assert.rejects(getTeamName(send, account()));
    assert.deepEqual(exchanges.at(-1)?.answer?.rateLimit, { limit: 3, remaining: 0 });
  });
});
