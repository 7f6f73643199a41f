import assert from "node:assert/strict";
import {
  ApiError,
  CancelledError,
  ContractError,
  NetworkError,
  SettingsError,
  SignedOutError,
  mayHaveTakenEffect,
} from "../../../../src/platform/http/errors";

const answered = (status: number, form: "api" | "page" | "empty" | "other") =>
  new ApiError("No.", { status, form });

describe("mayHaveBeenDone", () => {
  for (const reason of ["timeout", "reset", "opaque", "unknown"] as const) {
    it(`doubts a request that ended in “${reason}”`, () => {
      assert.ok(mayHaveTakenEffect(new NetworkError("Lost.", reason)));
    });
  }

  for (const reason of [
    "refused",
    "hostNotFound",
    "unreachable",
    "tls",
    "proxy",
    "redirect",
  ] as const) {
    it(`is sure that “${reason}” kept a request from being carried out`, () => {
      assert.ok(!mayHaveTakenEffect(new NetworkError("No way.", reason)));
    });
  }

  for (const status of [408, 502, 504]) {
    it(`doubts ${status} in any form: what is in between says it of an answer that it waited for`, () => {
      for (const form of ["api", "page", "empty", "other"] as const) {
        assert.ok(mayHaveTakenEffect(answered(status, form)), form);
      }
    });
  }

  for (const status of [500, 501, 503, 520]) {
    it(`believes ${status} only where the service itself says it`, () => {
      assert.ok(!mayHaveTakenEffect(answered(status, "api")));
      for (const form of ["page", "empty", "other"] as const) {
        assert.ok(mayHaveTakenEffect(answered(status, form)), form);
      }
    });
  }

  for (const status of [200, 400, 401, 403, 404, 409, 413, 422, 429, 499]) {
    it(`takes ${status} for a refusal, whoever says it`, () => {
      for (const form of ["api", "page", "empty", "other"] as const) {
        assert.ok(!mayHaveTakenEffect(answered(status, form)), form);
      }
    });
  }

  it("doubts a success of another shape", () => {
    assert.ok(mayHaveTakenEffect(new ContractError("connector_identifier", { status: 200 })));
  });

  it("doubts a cancelled request only where it had left", () => {
    assert.ok(mayHaveTakenEffect(new CancelledError(true)));
    assert.ok(!mayHaveTakenEffect(new CancelledError(false)));
  });

  it("is sure of what was never sent, and of what is no error of a request", () => {
    for (const error of [
      new SignedOutError(),
      new SettingsError("proxy"),
      new Error("?"),
      "lost",
    ]) {
      assert.ok(!mayHaveTakenEffect(error));
    }
  });
});
