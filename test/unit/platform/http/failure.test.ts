import assert from "node:assert/strict";
import * as z from "zod/mini";
import { ApiError } from "../../../../src/platform/http/errors";
import { allRights, defaultKey, defaultTeam, otherTeam } from "../../../sandbox";
import type { Key } from "../../../sandbox/model";
import { thrownBy, useApi } from "../../support/api";

const team = `/v1/teams/${defaultTeam}`;
const connectors = `${team}/connector_builder/connectors`;

/** Codes that the official documents name, with their status or the one that is most likely. */
const documented: Record<number, readonly string[]> = {
  400: ["BAD_REQUEST"],
  401: ["UNAUTHORIZED", "API_KEY_INVALID", "API_KEY_REQUIRED", "ACCESS_TOKEN_INVALID"],
  403: [
    "FORBIDDEN",
    "PERMISSION_ERROR",
    "ACCESS_DENIED_IP",
    "ACCESS_DENIED_PERMISSIONS",
    "API_KEY_DISABLED",
    "LICENSE_EXPIRED",
    "LICENSE_QUERIES_SUSPENDED",
  ],
  404: ["NOT_FOUND"],
  409: ["CONFLICT_ERROR"],
  422: ["UNPROCESSABLE_ENTITY", "UNPROCESSABLE_CONTENT"],
  429: ["TOO_MANY_REQUESTS", "LICENSE_DAILY_QUERY_LIMIT_EXCEEDED"],
  500: ["INTERNAL_SERVER_ERROR", "DUPLICATION_FAILED", "LICENSE_NOT_FOUND"],
  503: ["SERVICE_UNAVAILABLE"],
};

describe("a documented refusal", () => {
  const { control, exchanges, clock, send, account } = useApi();
  const refused = (path: string, body?: URLSearchParams) => {
    const method = body ? "POST" : "GET";
    const call = { method, path, schema: z.unknown(), ...(body && { body }) } as const;
    return thrownBy(send({ ...call, account: account() }), ApiError);
  };

  for (const [status, codes] of Object.entries(documented)) {
    for (const code of codes) {
      it(`is thrown with all that ${status} ${code} says`, async () => {
        const error = { code, message: `Words about ${code}.`, description: "More\nwords." };
        const json = { meta: { request_id: "r-1" }, error, links: { help: { href: "x" } } };
        await control().fault({ status: Number(status), json });
        const { message, details } = await refused(team);
        assert.equal(message, error.message);
        assert.deepEqual(details, {
          status: Number(status),
          code,
          description: error.description,
          requestId: "r-1",
          retryAt: undefined,
          form: "api",
        });
      });
    }
  }

  const states: readonly (readonly [Partial<Key>, string])[] = [
    [{ state: "expired" }, "401 API_KEY_INVALID"],
    [{ state: "disabled" }, "403 API_KEY_DISABLED"],
    [{ state: "ip-blocked" }, "403 ACCESS_DENIED_IP"],
    [{ state: "licence-expired" }, "403 LICENSE_EXPIRED"],
    [{ state: "no-addon" }, "403 FORBIDDEN"],
    [{ teams: [otherTeam] }, "403 FORBIDDEN"],
    [{ rights: ["team_read"] }, "403 ACCESS_DENIED_PERMISSIONS"],
  ];
  for (const [part, expected] of states) {
    it(`is ${expected} from the service for a key with ${JSON.stringify(part)}`, async () => {
      const key: Key = {
        key: defaultKey,
        teams: [defaultTeam],
        rights: allRights,
        state: "active",
      };
      await control().addKey({ ...key, ...part });
      const { message, details } = await refused(connectors);
      assert.equal(`${details.status} ${details.code}`, expected);
      assert.notEqual(message, "");
      assert.match(details.requestId ?? "", /^[0-9a-f]{32}$/);
      assert.equal(details.requestId, exchanges[0]?.answer?.requestId);
    });
  }

  it("is 422 from the service for a connector without a title", async () => {
    const { message, details } = await refused(connectors, new URLSearchParams({ title: "" }));
    assert.equal(`${details.status} ${details.code}`, "422 UNPROCESSABLE_ENTITY");
    assert.equal(message, "Validation failed for the request parameters.");
    assert.equal(details.description, "title is required.");
  });

  it("tells from when on the service allows another try", async () => {
    await control().settings({ rateLimit: { limit: 5000, remaining: 0 }, retryAfter: "120" });
    const { details } = await refused(team);
    assert.equal(details.code, "TOO_MANY_REQUESTS");
    assert.equal(details.retryAt, clock.now() + 120_000);
  });

  it("tells no time where the service names none", async () => {
    await control().settings({ rateLimit: { limit: 5000, remaining: 0 }, retryAfter: null });
    assert.equal((await refused(team)).details.retryAt, undefined);
  });
});
