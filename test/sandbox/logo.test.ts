import assert from "node:assert/strict";
import { bodyOf, refusalOf, useSandbox } from "./testing";

describe("sandbox: logo", () => {
  const { ask } = useSandbox();

  function logo(bytes: number, part = "logo"): { body: FormData } {
    const body = new FormData();
    body.set(part, new File([new Uint8Array(bytes)], "logo.png", { type: "image/png" }));
    return { body };
  }

  async function address(connector: string): Promise<string> {
    return bodyOf<{ logo_url: string }>(await ask("getLogo", { connector })).logo_url;
  }

  it("has a default image where a connector has none", async () => {
    assert.match(await address("B1K3S"), /\/Custom_Connector_Default\.png$/);
  });

  it("takes an image, and tells its address everywhere", async () => {
    const answer = await ask("uploadLogo", logo(68));
    const { logo_url } = bodyOf<{ logo_url: string }>(answer);
    assert.equal(answer.status, 201);
    assert.match(logo_url, /\/T3S70\.png$/);
    assert.equal(await address("T3S70"), logo_url);
    assert.equal(bodyOf<{ logo_url: string }>(await ask("getConnector")).logo_url, logo_url);
    assert.match(await address("NUM83"), /Default/);
  });

  it("takes 5 MB and no more", async () => {
    assert.equal((await ask("uploadLogo", logo(5_000_000))).status, 201);
    assert.equal(refusalOf(await ask("uploadLogo", logo(5_000_001))), "413 PAYLOAD_TOO_LARGE");
  });

  it("refuses a form without the part, with text in it, or no form", async () => {
    const text = new FormData();
    text.set("logo", "an image");
    for (const request of [logo(68, "image"), { body: text }, { json: { logo: "" } }, {}]) {
      assert.equal(refusalOf(await ask("uploadLogo", request)), "400 BAD_REQUEST");
    }
  });
});
