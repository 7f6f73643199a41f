import assert from "node:assert/strict";
import { ApiError, ContractError, type FailureDetails } from "../../../../src/platform/http/errors";
import {
  contractMeaning,
  meaningOf,
  type ErrorContext,
} from "../../../../src/platform/words/errorMeaning";

const now = new Date(2026, 9, 2, 12, 0, 0).getTime();
const context: ErrorContext = {
  failed: "",
  notFound: "There is no such connector.",
  right: "cb_connectors_write",
};

const meaning = (details: Partial<FailureDetails>, given = context) =>
  meaningOf(new ApiError("", { status: 400, form: "api", ...details }), given, now);

describe("meaningOf a refusal", () => {
  for (const [status, code, says, steps] of [
    [401, "API_KEY_INVALID", /didn't accept this API key/, ["replaceApiKey"]],
    [401, "API_KEY_REQUIRED", /didn't accept this API key/, ["replaceApiKey"]],
    [401, "ACCESS_TOKEN_EXPIRED", /didn't accept this API key/, ["replaceApiKey"]],
    [401, "OAUTH_ANYTHING", /didn't accept this API key/, ["replaceApiKey"]],
    [401, "UNAUTHORIZED", /didn't accept this API key/, ["replaceApiKey"]],
    [403, "API_KEY_DISABLED", /can't be enabled again.*new one/, ["replaceApiKey"]],
    [403, "ACCESS_DENIED_IP", /your IP address/, ["replaceApiKey", "tryAgain"]],
    [403, "LICENSE_EXPIRED", /license/, ["tryAgain"]],
    [429, "LICENSE_DAILY_QUERY_LIMIT_EXCEEDED", /license/, ["tryAgain"]],
    [403, "FORBIDDEN", /permissions of the API key.*add-on/, ["replaceApiKey", "tryAgain"]],
    [404, "NOT_FOUND", /^There is no such connector\.$/, ["tryAgain"]],
    [500, "DUPLICATION_FAILED", /couldn't copy/, ["tryAgain"]],
    [503, "SERVICE_UNAVAILABLE", /status\.supermetrics\.com/, ["tryAgain"]],
    [500, "INTERNAL_SERVER_ERROR", /has a problem/, ["tryAgain"]],
  ] as const) {
    it(`knows ${status} ${code}`, () => {
      const { text, steps: offered } = meaning({ status, code });
      assert.match(text, says);
      assert.deepEqual(offered, steps);
    });
  }

  it("goes by the code before the status", () => {
    assert.deepEqual(
      meaning({ status: 500, code: "API_KEY_DISABLED" }),
      meaning({ status: 403, code: "API_KEY_DISABLED" }),
    );
  });

  it("takes 413 and 415 for what they say, from a gateway too", () => {
    for (const form of ["api", "page", "empty"] as const) {
      assert.match(meaning({ status: 413, form }).text, /Send less data/);
      assert.match(meaning({ status: 415, form }).text, /doesn't accept this type of data/);
    }
  });

  it("leaves the word to the server where code and status mean nothing known", () => {
    for (const status of [400, 409, 418, 422]) {
      assert.deepEqual(meaning({ status, code: "NEW_CODE" }), { text: "", steps: ["tryAgain"] });
    }
  });

  it("names the right that the call needs, where it is known", () => {
    assert.match(meaning({ status: 403 }).text, /Required permission: cb_connectors_write\.$/);
    assert.doesNotMatch(meaning({ status: 403 }, { failed: "" }).text, /Required permission/);
  });

  it("says when to try again, or that the service did not say", () => {
    const retryAt = now + 90_000;
    assert.match(meaning({ status: 429, retryAt }).text, /^Retry at .+ \(in 1:30\)\.$/);
    assert.match(meaning({ status: 429 }).text, /didn't say when/);
  });
});

describe("meaningOf an answer that is not the API's", () => {
  it("says what came instead", () => {
    assert.match(meaning({ status: 502, form: "page" }).text, /web page.*proxy or gateway/);
    assert.match(meaning({ status: 502, form: "empty" }).text, /was empty/);
    assert.match(meaning({ status: 502, form: "other" }).text, /unexpected form/);
  });

  it("does not claim that a connector is missing because a gateway says 404", () => {
    assert.doesNotMatch(meaning({ status: 404, form: "page" }).text, /no such connector/);
  });

  it("does not blame the key's rights for a gateway's 403", () => {
    assert.doesNotMatch(meaning({ status: 403, form: "page" }).text, /permissions of the API key/);
  });

  it("offers to sign in where it is a 401", () => {
    assert.deepEqual(meaning({ status: 401, form: "empty" }).steps, ["signIn"]);
  });

  it("offers the proxy's settings for a page, and asks nobody to sign in", () => {
    for (const status of [200, 401, 403, 404]) {
      const { text, steps } = meaning({ status, form: "page" });
      assert.match(text, /web page/);
      assert.deepEqual(steps, ["openProxySettings", "tryAgain"]);
    }
    const success = contractMeaning(new ContractError("not JSON", { status: 200 }, true));
    assert.deepEqual(success, meaning({ status: 403, form: "page" }));
    assert.deepEqual(meaning({ status: 502, form: "page" }).steps, ["tryAgain"]);
  });

  it("says when a gateway allows another try", () => {
    const retryAt = now + 90_000;
    const { text } = meaning({ status: 429, form: "page", retryAt });
    assert.match(text, /Retry at .+ \(in 1:30\)\.$/);
  });

  it("sends who is stopped by a proxy's own sign-in to the proxy settings", () => {
    for (const form of ["api", "page", "empty"] as const) {
      const { text, steps } = meaning({ status: 407, form });
      assert.match(text, /http\.proxy/);
      assert.deepEqual(steps, ["openProxySettings"]);
    }
  });
});
