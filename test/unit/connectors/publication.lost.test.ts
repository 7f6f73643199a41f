import assert from "node:assert/strict";
import { ApiError, ContractError, NetworkError } from "../../../src/platform/http/errors";
import { usePublishing } from "../support/publishing";

const before = '{"was":1}';
const mine = '{"mine":1}';

describe("A publication without a certain answer", () => {
  const own = usePublishing();
  beforeEach(() => own.there(before));
  const publishMine = () => own.publishText(mine, before);

  it("is published where the service has it", async () => {
    await own.control().fault({ method: "PUT", reset: true, apply: true });
    assert.equal((await publishMine()).kind, "published");
    assert.deepEqual(await own.methods(), ["GET", "PUT", "GET"]);
  });

  it("is not where the service has what it had", async () => {
    await own.control().fault({ method: "PUT", reset: true });
    const publication = await publishMine();
    assert.ok(publication.kind === "refused" && publication.step === "write");
    assert.ok(publication.error instanceof NetworkError);
    assert.equal((await own.stored()).configurationText, before);
  });

  for (const [what, fault] of [
    ["a gateway's page", { status: 502, body: "<html>Bad gateway</html>" }],
    ["a page that says 200", { status: 200, body: "<html>Welcome</html>" }],
    ["a success of another kind", { status: 200, json: {} }],
  ] as const) {
    it(`is not taken for published because of ${what}`, async () => {
      await own.control().fault({ method: "PUT", ...fault });
      assert.equal((await publishMine()).kind, "refused");
      await own.control().fault({ method: "PUT", ...fault, apply: true });
      assert.equal((await publishMine()).kind, "published");
    });
  }

  it("is unknown where reading fails as well", async () => {
    await own.control().fault({ method: "PUT", reset: true, apply: true });
    await own.control().fault({ method: "GET", skip: 1, status: 500 });
    const publication = await publishMine();
    assert.ok(publication.kind === "unknown" && !publication.wasAccepted);
    assert.ok(publication.error instanceof NetworkError, "why the write had no answer");
    assert.equal((await publishMine()).kind, "unchanged");
  });

  it("was accepted where only reading it back fails", async () => {
    await own.control().fault({ method: "GET", skip: 1, status: 500 });
    const publication = await publishMine();
    assert.ok(publication.kind === "unknown" && publication.wasAccepted);
    assert.ok(publication.error instanceof ApiError);
    assert.deepEqual(await own.methods(), ["GET", "PUT", "GET"]);
  });

  it("is a conflict where the service has neither", async () => {
    await own.control().fault({
      method: "PUT",
      reset: true,
      colleague: {
        when: "after",
        team: own.ref().teamId,
        identifier: own.ref().identifier,
        change: { configurationText: '{"theirs":1}' },
      },
    });
    assert.equal((await publishMine()).kind, "conflict");
  });
});

describe("A publication that is refused", () => {
  const own = usePublishing();
  beforeEach(() => own.there(before));

  for (const status of [400, 401, 403, 404, 422, 429, 500]) {
    it(`by ${status} is not read back, and changes nothing`, async () => {
      await own.control().fault({ method: "PUT", status, errorCode: "ANY" });
      const publication = await own.publishText(mine, before);
      assert.ok(publication.kind === "refused" && publication.step === "write");
      assert.deepEqual(await own.methods(), ["GET", "PUT"]);
    });
  }

  it("by the service itself is, too, where a name is longer than it takes", async () => {
    const publication = await own.publish({ name: "x".repeat(256) });
    assert.ok(publication.kind === "refused" && publication.step === "write");
    assert.ok(publication.error instanceof ApiError && publication.error.details.status === 422);
    assert.deepEqual(await own.methods(), ["GET", "PUT"]);
  });

  it("because the connector is gone has written nothing", async () => {
    await own.control().removeConnector(own.ref().teamId, own.ref().identifier);
    const publication = await own.publishText(mine, before);
    assert.ok(publication.kind === "refused" && publication.step === "read");
    assert.ok(publication.error instanceof ApiError && publication.error.details.status === 404);
    assert.deepEqual(await own.methods(), ["GET"]);
  });

  it("because the answer has no configuration has written nothing", async () => {
    const json = { connector_identifier: "OWN01", name: "Own" };
    await own.control().fault({ method: "GET", status: 200, json });
    const publication = await own.publishText(mine, before);
    assert.ok(publication.kind === "refused" && publication.step === "read");
    assert.ok(publication.error instanceof ContractError);
    assert.deepEqual(await own.methods(), ["GET"]);
  });

  it("before it was sent has written nothing", async () => {
    await own.control().fault({ method: "GET", status: 403, errorCode: "FORBIDDEN" });
    const publication = await own.publishText(mine, before);
    assert.ok(publication.kind === "refused" && publication.step === "read");
    assert.deepEqual(await own.methods(), ["GET"]);
  });
});
