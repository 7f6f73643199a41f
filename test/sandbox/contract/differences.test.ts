import assert from "node:assert/strict";
import { differences } from "./differences";

/** A document in the style of the official ones, with nothing but the logo's address. */
function documentOf(logoUrl: object, more: object = {}) {
  return {
    paths: {
      "/v1/teams/{team_id}/connector_builder/connectors/{connector_identifier}/logo": {
        parameters: [],
        get: {
          responses: {
            200: {
              content: { "application/json": { schema: { $ref: "#/components/schemas/Logo" } } },
            },
            ...more,
          },
        },
      },
    },
    components: {
      schemas: {
        Logo: {
          description: "An address",
          allOf: [{ $ref: "#/components/schemas/Base" }, { required: ["logo_url"] }],
        },
        Base: { type: "object", properties: { logo_url: logoUrl } },
      },
    },
  };
}

const address = { type: "string", format: "uri", maxLength: 2048, example: "https://a.example/" };

function found(logoUrl: object, more?: object): string[] {
  return differences(documentOf(logoUrl, more)).filter((line) => line.includes("/logo"));
}

describe("sandbox: comparing with an official document", () => {
  it("finds operations and statuses that are missing there", () => {
    const lines = differences(documentOf(address));
    assert.ok(lines.includes("operation GET /v1/teams/{team_id} is only here"));
    assert.ok(lines.some((line) => line.endsWith("/logo: status 404 is only here")));
    assert.ok(!lines.some((line) => line.includes("/logo 200")));
  });

  it("finds operations and statuses that are missing here", () => {
    const document = documentOf(address, { 418: {} });
    Object.assign(document.paths, { "/v9/new": { get: { responses: {} } } });
    const lines = differences(document);
    assert.ok(lines.includes("operation GET /v9/new is only there"));
    assert.ok(lines.some((line) => line.endsWith("/logo: status 418 is only there")));
  });

  it("finds limits, null and formats that differ, through references", () => {
    const differing = { ...address, maxLength: 100, nullable: true };
    const lines = found(differing).filter((line) => line.includes("/logo 200"));
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? "", /logo_url: type is "string" here, \["string","null"\] there/);
    assert.match(lines[1] ?? "", /logo_url: maxLength is 2048 here, 100 there/);
  });

  it("finds properties that are missing on either side", () => {
    const document = documentOf(address);
    document.components.schemas.Base.properties = { url: address } as never;
    const lines = differences(document).filter((line) => line.includes("/logo 200"));
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? "", /property logo_url is only here/);
    assert.match(lines[1] ?? "", /property url is only there/);
  });

  it("finds headers that differ", () => {
    const headers = { "Retry-After": { schema: { type: "integer" } } };
    const lines = found(address, { 500: { headers } });
    assert.ok(
      lines.some((line) => line.includes("500 header: property retry-after is only there")),
    );
    assert.ok(lines.some((line) => line.includes("access-control-allow-origin is only here")));
  });

  it("says when a reference leads nowhere", () => {
    assert.throws(() => found({ $ref: "#/components/schemas/None" }), /leads nowhere/);
  });
});
