import assert from "node:assert/strict";
import * as z from "zod/mini";
import { ApiError, type FailureDetails } from "../../../../src/platform/http/errors";
import { failureFrom, isPage } from "../../../../src/platform/http/failure";
import { otherTeam } from "../../../sandbox";
import type { Fault } from "../../../sandbox/model";
import { thrownBy, useApi } from "../../support/api";

const call = {
  method: "GET",
  path: `/v1/teams/${otherTeam}`,
  schema: z.looseObject({ data: z.looseObject({ name: z.string() }) }),
} as const;
const headers = { "x-request-id": "of-header" };
const page = "<!DOCTYPE html>\n<html><head><title>\n 502 Bad Gateway </title></head></html>";
const cutEnvelope = '{"meta":{"request_id":"r"},"error":{"code":"NOT_FOUND","mess';

type Expected = Partial<FailureDetails> & { message: string };

const forms: readonly (readonly [string, Fault, Expected])[] = [
  ["a web page", { status: 502, body: page }, { message: "502 Bad Gateway", form: "page" }],
  [
    "a web page without a title, called JSON",
    { status: 403, body: " <html><body>No</body>", contentType: "application/json" },
    { message: "", form: "page" },
  ],
  [
    "a web page behind comments and a prolog",
    {
      status: 403,
      body: "\ufeff<?xml version='1.0'?>\n<!-- x --><!-- <y> -->\n<html><title>No</title>",
    },
    { message: "No", form: "page" },
  ],
  [
    "a part of a web page",
    { status: 403, body: "<h1 class=a>No</h1>" },
    { message: "", form: "page" },
  ],
  ["XML", { status: 403, body: "<?xml version='1.0'?><Error/>" }, { message: "", form: "other" }],
  ["a comment alone", { status: 403, body: "<!-- <html>" }, { message: "", form: "other" }],
  ["nothing", { status: 500 }, { message: "", form: "empty" }],
  ["blanks", { status: 504, body: " \r\n" }, { message: "", form: "empty" }],
  ["plain words", { status: 503, body: "upstream error" }, { message: "", form: "other" }],
  ["JSON that breaks off", { status: 404, body: cutEnvelope }, { message: "", form: "other" }],
  ["a list", { status: 500, json: [{ error: "A" }] }, { message: "", form: "other" }],
  ["null", { status: 500, json: null }, { message: "", form: "other" }],
  [
    "a gateway's JSON",
    { status: 504, json: { message: "Timed out" } },
    { message: "", form: "other" },
  ],
  [
    "the flat form",
    { status: 403, json: { error: "LINK_LIMIT_EXCEEDED", message: "Too many." } },
    { message: "Too many.", code: "LINK_LIMIT_EXCEEDED", form: "api" },
  ],
  [
    "the flat form alone",
    { status: 404, json: { error: "A_B" } },
    { message: "", code: "A_B", form: "api" },
  ],
  [
    "problem details",
    {
      status: 400,
      json: { type: "about:blank", title: "Bad", status: 400, detail: "More.", request_id: "p-1" },
      contentType: "application/problem+json",
    },
    { message: "Bad", description: "More.", requestId: "p-1", form: "api" },
  ],
  [
    "problem details in the usual frame",
    { status: 400, json: { meta: { request_id: "m-1" }, title: "Bad" } },
    { message: "Bad", requestId: "m-1", form: "api" },
  ],
  [
    "an envelope without request ID and description",
    { status: 404, json: { error: { code: "NOT_FOUND", message: "No." } } },
    { message: "No.", code: "NOT_FOUND", form: "api" },
  ],
  [
    "an envelope whose parts have the wrong types",
    { status: 500, json: { meta: "m", error: { code: 5, message: ["No."], description: null } } },
    { message: "", form: "api" },
  ],
  [
    "a success that carries an error",
    { status: 200, json: { data: { name: "A" }, error: { code: "FORBIDDEN", message: "No." } } },
    { message: "No.", code: "FORBIDDEN", form: "api" },
  ],
  [
    "a success that carries a flat error",
    { status: 200, json: { data: { name: "A" }, error: "FORBIDDEN" } },
    { message: "", code: "FORBIDDEN", form: "api" },
  ],
];

describe("a body of a million characters", () => {
  for (const part of ["<!--", "<!---->", "<title", "<!-- -", " ", "<?", "<"]) {
    it(`is read in no time where it repeats “${part}”`, () => {
      const raw = part.repeat(1_000_000 / part.length);
      assert.equal(isPage(raw), part === "<title");
      const refusal = new Response(null, { status: 403 });
      assert.equal(failureFrom(refusal, `<html>${raw}`, undefined, 0).details.form, "page");
    });
  }
});

describe("a failure in an undocumented form", () => {
  const { control, send, account } = useApi();

  for (const [name, fault, expected] of forms) {
    it(`is thrown with what ${name} says`, async () => {
      await control().fault({ headers, ...fault });
      const { message, details } = await thrownBy(send({ ...call, account: account() }), ApiError);
      const nothing = { code: undefined, description: undefined, retryAt: undefined };
      const usual = { ...nothing, status: fault.status, requestId: "of-header" };
      assert.deepEqual({ message, ...details }, { ...usual, ...expected });
    });
  }
});
