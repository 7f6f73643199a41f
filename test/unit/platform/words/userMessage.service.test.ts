import assert from "node:assert/strict";
import { listConnectors } from "../../../../src/features/connectors/connectorsApi";
import { userMessageFor, type UserMessage } from "../../../../src/platform/words/userMessage";
import { defaultKey } from "../../../sandbox/seed";
import { useService } from "../../support/client";

describe("Messages about a real service", () => {
  const service = useService();

  async function listingFails(key = defaultKey): Promise<UserMessage> {
    try {
      await listConnectors(service.sendWith(key), service.account());
    } catch (error) {
      return userMessageFor(error, { failed: "" }, Date.now());
    }
    throw new Error("It did not fail");
  }

  it("never repeat the key, whatever happens", async () => {
    const key = await service.key({ state: "expired" });
    const said = [
      await listingFails(key),
      await listingFails("not a\nkey"),
      await listingFails("k"),
    ];
    for (const { text } of said) {
      assert.doesNotMatch(text, /api_another-key|not a/);
    }
    await service.control().fault({ status: 302, headers: { location: "https://evil.example" } });
    const redirected = await listingFails();
    assert.doesNotMatch(redirected.text, /api_|evil/);
    assert.deepEqual(redirected.steps, ["openBaseUrlSetting"]);
  });

  it("carry the request ID of the refusal that was sent", async () => {
    await service.control().fault({ status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
    const { text, requestId = "" } = await listingFails();
    assert.match(requestId, /^[0-9a-f]{32}$/);
    assert.ok(text.endsWith(`[HTTP 500, INTERNAL_SERVER_ERROR, request ID ${requestId}]`));
  });

  it("tell a connection that broke from one that was refused", async () => {
    await service.control().fault({ truncate: 10 });
    assert.match((await listingFails()).text, /broke before the response was complete/);
  });
});
