import assert from "node:assert/strict";
import * as fc from "fast-check";
import { channel, exchange, lost } from "../../support/log";

const key = "api_0123456789-abcdefghijklmnopqrstuvwxyz";

describe("RequestLog, of secrets,", () => {
  it("masks the key wherever a server repeats it", () => {
    const { log, all } = channel();
    log.mask(key);
    log.note(
      exchange({
        path: `/v1/${key}`,
        requestBody: () => key,
        answer: { status: 400, requestId: key, responseBody: () => `No such key: ${key}.` },
      }),
    );
    log.note(lost(`Bearer ${key} is an invalid header value`));
    assert.doesNotMatch(all(), /api_/);
    assert.match(all(), /No such key: •••\./);
  });

  it("masks a key that stands where a long text is cut", () => {
    const { log, all } = channel();
    log.mask(key);
    log.note(lost("x".repeat(590) + key));
    assert.doesNotMatch(all(), /api_/);
  });

  it("masks a key that would be changed on its way into the line", () => {
    const { log, all } = channel();
    log.mask("secret$(1)](2)");
    log.note(lost("it was secret$(1)](2)"));
    assert.doesNotMatch(all(), /secret/);
  });

  it("masks the whole of a key whose beginning was given first, as a bad paste does", () => {
    const { log, all } = channel();
    log.mask(key.slice(0, 20));
    log.mask(key);
    log.note(exchange({}, 200, key));
    assert.doesNotMatch(all(), /xyz/);
  });

  it("masks a secret in whatever way a URL, a form or JSON writes it", () => {
    // Long enough not to occur in the line by chance.
    const secrets = fc.string({ minLength: 6, maxLength: 20 }).map((text) => `s3cr3t${text}`);
    fc.assert(
      fc.property(secrets, (secret) => {
        const { log, all } = channel();
        log.mask(secret);
        const json = JSON.stringify({ secret });
        const spellings = [
          encodeURIComponent(secret),
          new URLSearchParams({ secret }).toString(),
          json,
          // The service escapes slashes unless a team asks it not to.
          json.replaceAll("/", "\\/"),
        ];
        log.note(exchange({ requestBody: () => spellings.join("\n") }, 200, secret));
        assert.doesNotMatch(all(), /s3cr3t/);
      }),
    );
  });

  it("leaves lines as they are when nothing, or an empty secret, is to be masked", () => {
    const { log } = channel();
    log.mask("");
    assert.equal(log.masked("as it is"), "as it is");
  });
});
