import { listConnectors } from "../../../src/features/connectors/connectorsApi";
import assert from "node:assert/strict";
import { checkAccess } from "../../../src/features/account/accessCheck";
import { signInSteps, type SignInDraft } from "../../../src/features/account/signInSteps";
import { runSteps } from "../../../src/platform/flow/steps";
import { defaultKey, defaultTeam } from "../../sandbox/seed";
import { useService } from "../support/client";
import { enter, pick, ScriptedPrompts } from "../support/scriptedPrompts";

describe("Signing in at the service", () => {
  const service = useService();

  async function signIn(script: ScriptedPrompts) {
    const draft: SignInDraft = { team: "" };
    const isThrough = await runSteps(
      signInSteps(script, draft, {
        purpose: "signIn",
        recentTeams: [],
        keyPage: "https://hub.supermetrics.com/api-key-management",
        check: ({ key, team }, signal) =>
          checkAccess(
            listConnectors,
            service.sendWith(key, undefined, team),
            service.account(team),
            signal,
          ),
      }),
    );
    return { isThrough, draft };
  }

  it("leads through every correction to a key and a team that work", async () => {
    const expired = await service.key({ state: "expired" });
    const script = new ScriptedPrompts(
      enter(expired),
      enter(defaultTeam),
      enter(defaultKey),
      enter("1234567"),
      enter(defaultTeam),
    );
    const { isThrough, draft } = await signIn(script);
    assert.equal(isThrough, true);
    assert.equal(draft.key, defaultKey);
    assert.equal(draft.check?.kind, "ok");
    const said = script.seen.flatMap(({ remarks }) => remarks).join("\n");
    assert.match(said, /The API key has expired/);
    assert.match(said, /Team not found/);
    assert.ok(!JSON.stringify(script.seen).includes(defaultKey));
  });

  it("asks what to do with a key that may not list", async () => {
    const key = await service.key({ rights: ["cb_connectors_write"] });
    const script = new ScriptedPrompts(enter(key), enter(defaultTeam), pick("Save API key anyway"));
    const { isThrough, draft } = await signIn(script);
    assert.equal(isThrough, true);
    assert.equal(draft.key, key);
    assert.match(script.last.items?.[0]?.detail ?? "", /cb_connectors_read/);
  });
});
