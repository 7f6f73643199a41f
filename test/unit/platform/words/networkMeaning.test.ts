import assert from "node:assert/strict";
import { NetworkError } from "../../../../src/platform/http/errors";
import type { NetworkReason } from "../../../../src/platform/http/networkReason";
import { networkMeaning } from "../../../../src/platform/words/networkMeaning";

const meaning = (reason: NetworkReason, message = "") =>
  networkMeaning(new NetworkError(message, reason));

describe("networkMeaning", () => {
  for (const [reason, says, steps] of [
    ["timeout", /in time.*supermetrics\.requestTimeout/, ["tryAgain", "openTimeoutSetting"]],
    ["reset", /broke before the response was complete/, ["tryAgain"]],
    ["refused", /refused the connection/, ["tryAgain"]],
    ["hostNotFound", /Host not found/, ["tryAgain", "openProxySettings"]],
    ["unreachable", /isn't reachable/, ["tryAgain"]],
    ["tls", /certificate.*http\.systemCertificates/, ["openProxySettings", "tryAgain"]],
    ["proxy", /proxy blocked.*http\.proxy/, ["openProxySettings", "tryAgain"]],
    ["redirect", /redirect.*supermetrics\.apiBaseUrl/, ["openBaseUrlSetting"]],
    ["tooLarge", /larger than 50 MB/, ["tryAgain"]],
    ["opaque", /online.*CORS.*desktop/, ["tryAgain"]],
    ["unknown", /Couldn't reach Supermetrics: EODD/, ["tryAgain"]],
  ] as const) {
    it(`has words and next steps of its own for ${reason}`, () => {
      const { text, steps: offered } = meaning(reason, "EODD");
      assert.match(text, says);
      assert.deepEqual(offered, steps);
    });
  }

  it("names the certificate's problem by its code, and no more of the message", () => {
    const { text } = meaning(
      "tls",
      "unable to verify the first certificate: UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    );
    assert.match(text, /\(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)/);
    assert.doesNotMatch(text, /first certificate/);
    assert.match(meaning("tls", "no code in it").text, /\(TLS\)/);
  });

  it("makes one line of text, without links, of a message that nobody foresaw", () => {
    const { text } = meaning("unknown", "odd\n[click](command:evil)");
    assert.match(text, /odd \[click\] \(command:evil\)$/);
  });
});
