import assert from "node:assert/strict";
import {
  ApiError,
  ContractError,
  NetworkError,
  SecretStoreError,
  SettingsError,
  SignedOutError,
} from "../../../../src/platform/http/errors";
import { LoadError } from "../../../../src/platform/loadError";
import { userMessageFor } from "../../../../src/platform/words/userMessage";

const now = Date.UTC(2026, 9, 2);
const failed = "Couldn't create “Ads”.";
const message = (error: unknown) => userMessageFor(error, { failed }, now);

describe("userMessageFor", () => {
  it("says what failed, the server's words, what they mean, and the reference, in this order", () => {
    const error = new ApiError("The request was refused", {
      status: 403,
      code: "API_KEY_DISABLED",
      description: "Disabled on Monday",
      requestId: "req-1",
      form: "api",
    });
    assert.deepEqual(message(error), {
      severity: "error",
      text:
        "Couldn't create “Ads”. The request was refused. Disabled on Monday. Disabled API keys can't " +
        "be enabled again. Create a new one in Supermetrics Hub. " +
        "[HTTP 403, API_KEY_DISABLED, request ID req-1]",
      steps: ["replaceApiKey"],
      requestId: "req-1",
    });
  });

  it("says that the store of secrets does not answer, and offers another try", () => {
    const { text, steps } = message(new SecretStoreError());
    assert.match(text, /secret storage.* isn't responding/);
    assert.deepEqual(steps, ["tryAgain"]);
  });

  it("says that a part of the extension is not to be had, and offers another try", () => {
    const { text, steps } = message(new LoadError("no file"));
    assert.match(text, /Couldn't load a part of the extension\. Retry, .* \(no file\)$/);
    assert.deepEqual(steps, ["tryAgain", "reloadWindow"]);
  });

  it("shows the server's message with a code that it does not know", () => {
    const details = { status: 418, code: "TEAPOT", form: "api" } as const;
    assert.equal(
      message(new ApiError("I am a teapot!", details)).text,
      "Couldn't create “Ads”. I am a teapot! [HTTP 418, TEAPOT]",
    );
  });

  it("makes harmless, short text of whatever a server writes", () => {
    const evil = `[go](command:evil)\n$(trash)${"x".repeat(5000)}`;
    const details = {
      status: 400,
      code: evil,
      description: evil,
      requestId: evil,
      form: "api",
    } as const;
    const { text } = message(new ApiError(evil, details));
    assert.doesNotMatch(text, /\]\(|\$\(|\n/);
    assert.ok(text.length < 1500);
  });

  it("tells a success that cannot be read from a refusal", () => {
    const { text, steps } = message(
      new ContractError("connectors", { status: 200, requestId: "r" }),
    );
    assert.match(
      text,
      /successful but unexpected response \(connectors\)\. \[HTTP 200, request ID r\]$/,
    );
    assert.deepEqual(steps, ["tryAgain"]);
  });

  it("offers to sign in, as a warning, where nobody is signed in", () => {
    const { severity, steps } = message(new SignedOutError());
    assert.deepEqual({ severity, steps }, { severity: "warning", steps: ["signIn"] });
  });

  it("leads to the setting that kept the request from being sent", () => {
    const { text, steps } = message(new SettingsError("The setting is not a URL"));
    assert.equal(text, "Couldn't create “Ads”. The setting is not a URL.");
    assert.deepEqual(steps, ["openBaseUrlSetting"]);
  });

  it("words a lost answer, and needs no context for it", () => {
    const { text } = userMessageFor(new NetworkError("", "reset"), { failed: "" }, now);
    assert.equal(text, "The connection broke before the response was complete.");
  });

  it("has words for what nobody foresaw", () => {
    assert.equal(message(new Error("Odd\nthing")).text, "Couldn't create “Ads”. Odd thing.");
    assert.equal(message("a string").text, "Couldn't create “Ads”. a string.");
  });
});
