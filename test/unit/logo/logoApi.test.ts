import assert from "node:assert/strict";
import { getConnector } from "../../../src/features/connectors/connectorsApi";
import { ApiError, CancelledError, ContractError } from "../../../src/platform/http/errors";
import { getLogo, postLogo } from "../../../src/features/logo/logoApi";
import { defaultTeam } from "../../sandbox";
import { jpeg, png } from "../support/images";
import { thrownBy, useApi } from "../support/api";

const path = `/v1/teams/${defaultTeam}/connector_builder/connectors/B1K3S/logo`;

describe("the logo's API", () => {
  const { control, exchanges, send, ref } = useApi();
  const image = new Blob([png()], { type: "image/png" });
  const post = (blob = image, signal?: AbortSignal) => postLogo(send, ref("B1K3S"), blob, signal);

  it("tells the address of the image, the default one included", async () => {
    assert.match(await getLogo(send, ref("B1K3S")), /Custom_Connector_Default\.png$/);
    assert.deepEqual(
      (await control().requests()).map((request) => `${request.method} ${request.path}`),
      [`GET ${path}`],
    );
  });

  it("sends one file part as documented, and tells the address of the new image", async () => {
    const address = await post();
    const { connector } = await getConnector(send, ref("B1K3S"));
    assert.match(address, /\/B1K3S\.png$/);
    assert.deepEqual([await getLogo(send, ref("B1K3S")), connector.logoUrl], [address, address]);
    const [{ method, path: asked, body } = assert.fail("nothing")] = await control().requests();
    assert.equal(`${method} ${asked}`, `POST ${path}`);
    assert.deepEqual(body?.match(/^content-(disposition|type): .*$/gim), [
      'Content-Disposition: form-data; name="logo"; filename="logo.png"',
      "Content-Type: image/png",
    ]);
  });

  it("calls a JPEG one", async () => {
    await post(new Blob([jpeg], { type: "image/jpeg" }));
    const [{ body } = assert.fail("nothing")] = await control().requests();
    assert.match(body ?? "", /filename="logo\.jpg"\s+Content-Type: image\/jpeg/);
  });

  it("keeps the image out of what is reported for the log", async () => {
    await post();
    assert.equal(exchanges[0]?.requestBody?.(), "logo: image/png, 70 bytes");
  });

  it("is refused for what is too large", async () => {
    const large = new Blob([new Uint8Array(5_000_001)], { type: "image/png" });
    const { details } = await thrownBy(post(large), ApiError);
    assert.deepEqual([details.status, details.code], [413, "PAYLOAD_TOO_LARGE"]);
  });

  it("is sent once, whatever comes of it", async () => {
    const faults = [{ status: 500 }, { status: 502, body: "<html>" }, { status: 429 }];
    for (const fault of faults) {
      await control().clearRequests();
      await control().fault(fault);
      await thrownBy(post(), ApiError);
      assert.equal((await control().requests()).length, 1);
    }
  });

  it("takes an answer without an address for none", async () => {
    await control().fault({ status: 201, json: {} });
    await thrownBy(post(), ContractError);
  });

  it("can be cancelled when it is on its way", async () => {
    await control().fault({ delayMs: 2000 });
    const { sent } = await thrownBy(post(image, AbortSignal.timeout(200)), CancelledError);
    assert.ok(sent);
  });
});
