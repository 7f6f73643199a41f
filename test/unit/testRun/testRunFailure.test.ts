import assert from "node:assert/strict";
import { LoginLinkError } from "../../../src/features/testRun/loginLinkFollowing";
import { QueryFailedError } from "../../../src/features/testRun/query";
import { testRunFailure, type TestRunStep } from "../../../src/features/testRun/testRunFailure";
import { ApiError, ContractError, NetworkError } from "../../../src/platform/http/errors";
import { assertLinear, repeated } from "../support/linear";

const access =
  "Check in this order: secrets that aren't registered, a missing or revoked login, then the credential itself.";
const runtimeIds =
  "Queries name fields by the runtime IDs of the published configuration: <report type ID>_<field ID>.";

describe("testRunFailure", () => {
  const words = (error: unknown, step: TestRunStep = "run") =>
    testRunFailure(step, error, "Harbour Mail", Date.UTC(2026, 9, 2));
  const refusal = (status: number, code: string, message = "No") =>
    new ApiError(message, { status, code, requestId: "r1", form: "api" });

  it("says which right the key may lack for each call", () => {
    const rights = (["logins", "logIn", "accounts", "fields", "run", "dataSource"] as const).map(
      (step) => /Required permission: (\w+)/.exec(words(refusal(403, "FORBIDDEN"), step).text)?.[1],
    );
    assert.deepEqual(rights, [
      "ds_logins_read",
      "ds_login_links_write",
      "ds_accounts_read",
      "ds_queries_read",
      "ds_queries_run",
      undefined,
    ]);
  });

  it("says what failed, and that the connector may be gone", () => {
    const { text } = words(refusal(404, "NOT_FOUND"), "fields");
    assert.equal(
      text,
      'Couldn\'t list the fields of "Harbour Mail". No. The connector no longer exists in this team. [HTTP 404, NOT_FOUND, request ID r1]',
    );
  });

  it("says what to ask less of where the rows are too large", () => {
    const error = new NetworkError("more than 50 MB", "tooLarge");
    assert.equal(
      words(error).text,
      "Couldn't run \"Harbour Mail\". The response is larger than 50 MB, so it wasn't read to the end. Ask for fewer rows, fields, accounts, or days.",
    );
    assert.doesNotMatch(words(error, "fields").text, /fewer/);
  });

  it("names the usual causes of a run without access, in the documented order", () => {
    for (const message of [
      "",
      "Authentication failed",
      "Login expired",
      "Invalid access token",
      "Unauthorized",
    ]) {
      const { text, steps, requestId } = words(new QueryFailedError(message, "FAILURE", "r1"));
      const said = message && `${message}. `;
      assert.equal(text, `Couldn't run "Harbour Mail". ${said}${access} [FAILURE, request ID r1]`);
      assert.deepEqual([steps, requestId], [["tryAgain"], "r1"]);
    }
  });

  it("goes by the code of a failed run, too", () => {
    const failed = (code: string) =>
      words(new QueryFailedError("It failed.", "FAILURE", "r1", code)).text;
    assert.equal(
      failed("QUERY_AUTH_UNAVAILABLE"),
      `Couldn't run "Harbour Mail". It failed. ${access} [FAILURE, QUERY_AUTH_UNAVAILABLE, request ID r1]`,
    );
    assert.ok(failed("FIELD_INVALID").includes(runtimeIds));
    assert.ok(!failed("LICENSE_EXPIRED").includes(access));
  });

  it("says which IDs fields have", () => {
    const { text } = words(new QueryFailedError("Unknown field: clicks", "FAILURE"));
    assert.equal(
      text,
      `Couldn't run "Harbour Mail". Unknown field: clicks. ${runtimeIds} [FAILURE]`,
    );
    assert.ok(words(refusal(400, "FIELD_NOT_FOUND")).text.includes(runtimeIds));
    assert.ok(!words(refusal(400, "FIELD_NOT_FOUND")).text.includes(access));
  });

  it("adds nothing where nothing is usual", () => {
    for (const error of [
      new QueryFailedError("The date is in the future", "FAILURE"),
      new QueryFailedError("", "STOPPED"),
      new QueryFailedError("The run didn't finish within 4 hours.", "RUNNING"),
      refusal(400, "DATE_INVALID"),
      refusal(429, "TOO_MANY_REQUESTS", "Too many authentication requests"),
      refusal(401, "API_KEY_INVALID"),
      refusal(403, "ACCESS_DENIED_IP"),
      refusal(403, "LICENSE_EXPIRED", "Unknown field"),
      new NetworkError("timeout", "timeout"),
      new ContractError("data", { status: 200 }),
    ]) {
      const { text } = words(error);
      assert.ok(!text.includes(access) && !text.includes(runtimeIds), text);
    }
  });

  it("doesn't take the key for wrong where the connector had no access", () => {
    const { text, steps } = words(refusal(401, "UNAUTHORIZED"));
    assert.equal(
      text,
      `Couldn't run "Harbour Mail". No. ${access} [HTTP 401, UNAUTHORIZED, request ID r1]`,
    );
    assert.deepEqual(steps, ["tryAgain"]);
    assert.deepEqual(words(refusal(401, "API_KEY_INVALID")).steps, ["replaceApiKey"]);
    assert.deepEqual(words(refusal(401, "UNAUTHORIZED"), "logins").steps, ["replaceApiKey"]);
    assert.match(words(refusal(403, "FORBIDDEN")).text, /ds_queries_run\. Check in this order/);
  });

  it("doesn't ask for a right of the key where the connector had no access", () => {
    const { text, steps } = words(refusal(403, "QUERY_AUTH_UNAVAILABLE"));
    assert.equal(
      text,
      `Couldn't run "Harbour Mail". No. ${access} [HTTP 403, QUERY_AUTH_UNAVAILABLE, request ID r1]`,
    );
    assert.deepEqual(steps, ["tryAgain"]);
  });

  it("says what to do about too many links, and too long a request", () => {
    const { text, steps } = words(refusal(403, "LINK_LIMIT_EXCEEDED"), "logIn");
    assert.match(text, /No\. The team has too many open login links\. Close some .* \[HTTP 403/);
    assert.deepEqual(steps, ["tryAgain"]);
    for (const status of [414, 431]) {
      const error = new ApiError("", { status, form: "empty" });
      assert.equal(
        words(error).text,
        `Couldn't run "Harbour Mail". The request is too long. Choose fewer fields or accounts. [HTTP ${status}]`,
      );
    }
  });

  it("says why nobody logged in, with a way to try again", () => {
    const { text, steps } = words(new LoginLinkError("The login link expired."), "logIn");
    assert.equal(text, 'Couldn\'t log in to "Harbour Mail". The login link expired.');
    assert.deepEqual(steps, ["tryAgain"]);
  });

  it("shows foreign texts in one line, and takes linear time", () => {
    for (const part of ["field ", "auth\n", "not a field [x](command:y) "]) {
      assertLinear((text) => words(new QueryFailedError(text, text, text)), repeated(part));
      assertLinear((text) => words(refusal(400, text, text)), repeated(part));
    }
    const { text } = words(new QueryFailedError(repeated("a [x](command:y)\n")(10_000), "F\nG"));
    assert.ok(text.length < 1000 && !/\n|\]\(/.test(text), text);
  });
});
