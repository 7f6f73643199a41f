import assert from "node:assert/strict";
import { checkAccess } from "../../../src/features/account/accessCheck";
import { listConnectors } from "../../../src/features/connectors/connectorsApi";
import { defaultKey, defaultTeam, otherTeam } from "../../sandbox/seed";
import type { Key } from "../../sandbox/model";
import { until } from "../support/api";
import { useService } from "../support/client";

describe("checkAccess", () => {
  const service = useService();
  const check = (
    key = defaultKey,
    team = defaultTeam,
    signal = new AbortController().signal,
    pause?: () => Promise<undefined>,
  ) =>
    checkAccess(
      listConnectors,
      service.sendWith(key, undefined, team),
      service.account(team),
      signal,
      pause,
    );
  const withKey = async (given: Partial<Key>, team?: string) =>
    check(await service.key(given), team);

  it("brings the list and the team's name with two requests", async () => {
    const result = await check();
    assert.equal(result.kind, "ok");
    assert.equal(result.teamName, "Harbour Agency");
    assert.deepEqual(
      result.list.connectors.map(({ identifier }) => identifier),
      ["T3S70", "B1K3S", "NUM83"],
    );
    assert.deepEqual((await service.requests()).toSorted(), [
      `GET ${defaultTeam}`,
      `GET ${defaultTeam}/connector_builder/connectors`,
    ]);
  });

  it("does without the name where the key lacks the right to it", async () => {
    const result = await withKey({ rights: ["cb_connectors_read"] });
    assert.equal(result.kind, "ok");
    assert.equal(result.teamName, undefined);
  });

  for (const [state, says] of [
    ["expired", /The API key has expired/],
    ["disabled", /disabled.*Create a new one/i],
  ] as const) {
    it(`rejects a key that is ${state}, in the server's words`, async () => {
      const result = await withKey({ state });
      assert.equal(result.kind, "keyRejected");
      assert.match(result.reason, says);
    });
  }

  it("rejects a key that nobody knows, without repeating it", async () => {
    const result = await check("api_mistyped");
    assert.equal(result.kind, "keyRejected");
    assert.doesNotMatch(result.reason, /mistyped/);
  });

  it("rejects a team that does not exist, or that no team can be", async () => {
    const unknown = await check(defaultKey, "1234567");
    assert.equal(unknown.kind, "teamRejected");
    assert.match(unknown.reason, /Team not found/);
    assert.equal((await check(defaultKey, "9223372036854775808")).kind, "teamRejected");
  });

  for (const [what, given, says] of [
    ["may not list", { rights: ["cb_connectors_write"] }, /cb_connectors_read/],
    ["may not be used from here", { state: "ip-blocked" }, /IP/],
    ["belongs to a team without the add-on", { state: "no-addon" }, /add-on/],
    ["belongs to another team", { teams: [otherTeam] }, /do not have access/],
  ] as const) {
    it(`does not decide about a key that ${what}`, async () => {
      const result = await withKey(given);
      assert.equal(result.kind, "undecided");
      assert.match(result.reason, says);
    });
  }

  for (const [what, fault, says] of [
    ["breaks the connection", { truncate: 5 }, /broke/],
    ["is limited", { status: 429, errorCode: "TOO_MANY_REQUESTS" }, /when to retry/],
    ["fails", { status: 500, errorCode: "INTERNAL_SERVER_ERROR" }, /has a problem/],
    [
      "is behind a gateway that shows a page",
      { status: 401, body: "<!-- x --><html>" },
      /web page/,
    ],
    ["is behind another gateway", { status: 404, body: "<html>" }, /web page/],
    ["hides behind a gateway", { status: 502, body: "<html>" }, /gateway/],
  ] as const) {
    it(`does not decide when the service ${what}`, async () => {
      await service.control().fault({ path: "connectors$", ...fault });
      const result = await check();
      assert.equal(result.kind, "undecided");
      assert.match(result.reason, says);
      assert.ok(result.error instanceof Error);
    });
  }

  it("waits a moment for the team's name, and goes on without it", async () => {
    await service.control().fault({ path: "teams/\\d+$", delayMs: 5000 });
    const result = await check(undefined, undefined, undefined, () => Promise.resolve(undefined));
    assert.equal(result.kind, "ok");
    assert.equal(result.teamName, undefined);
  });

  it("ends without a word when the person cancels", async () => {
    await service.control().settings({ delayMs: 2000 });
    const controller = new AbortController();
    const result = check(defaultKey, defaultTeam, controller.signal);
    await until(async () => (await service.requests()).length > 0);
    controller.abort();
    assert.deepEqual(await result, { kind: "cancelled" });
  });
});
