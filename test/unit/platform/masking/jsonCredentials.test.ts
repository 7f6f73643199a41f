import assert from "node:assert/strict";
import * as fc from "fast-check";
import { maskJson } from "../../../../src/platform/masking/jsonCredentials";
import { jsonText, tokens } from "../../support/jsonTexts";

describe("masking a JSON text", () => {
  for (const [json, masked] of [
    [
      '{"headers":{"Authorization":"Bearer abc","Host":"x"}}',
      '{"headers":{"Authorization":"Bearer •••","Host":"x"}}',
    ],
    ['{"authorization":["Bearer abc"],"n":1.0}', '{"authorization":["Bearer •••"],"n":1.0}'],
    ['{ "password" : "a" , "password" : "b" }', '{ "password" : "•••" , "password" : "•••" }'],
    [
      '{"cookies":{"session":"a","n":12345678901234567890}}',
      '{"cookies":{"session":"•••","n":"•••"}}',
    ],
    ['{"token":null,"secret":true,"api_key":""}', '{"token":null,"secret":true,"api_key":""}'],
    [
      '[{"name":"X-Api-Key","value":"abc"},{"name":"Host","value":"x"}]',
      '[{"name":"X-Api-Key","value":"•••"},{"name":"Host","value":"x"}]',
    ],
    [
      '{"value":"abc","b":"Bearer x","key":"token","value":["d"]}',
      '{"value":"•••","b":"Bearer •••","key":"token","value":["•••"]}',
    ],
    [
      '{"value":{"value":"a","name":"Host"},"name":"token"}',
      '{"value":{"value":"•••","name":"•••"},"name":"token"}',
    ],
    [
      '{"value":{"value":"a","name":"token"},"name":"Host"}',
      '{"value":{"value":"•••","name":"token"},"name":"Host"}',
    ],
    ['{"value":[],"name":"token","v":1 }', '{"value":[],"name":"token","v":"•••" }'],
    [
      '[{"name":"Cookie","values":["a=b"]},{"headerName":"X-Api-Key","headerValue":"a"}]',
      '[{"name":"Cookie","values":["•••"]},{"headerName":"X-Api-Key","headerValue":"•••"}]',
    ],
    ['["Authorization","Bearer abc","Host","x"]', '["Authorization","Bearer •••","Host","x"]'],
    [
      '{"body":"{\\"token\\":\\"abc\\",\\"n\\":1.0}"}',
      '{"body":"{\\"token\\":\\"•••\\",\\"n\\":1.0}"}',
    ],
    [
      '{"url":"https:\\/\\/x\\/?sig=abc&a=1","\\u0070assword":"a"}',
      '{"url":"https://x/?sig=•••&a=1","\\u0070assword":"•••"}',
    ],
    ['{"body":"a=b\\u00e9\\/","n":-1E+2}', '{"body":"a=b\\u00e9\\/","n":-1E+2}'],
    ['"Bearer abc"', '"Bearer •••"'],
  ] as const) {
    it(`makes ${masked} of ${json}`, () => assert.equal(maskJson(json), masked));
  }

  it("leaves no credential in what is nested deeper than any entry", () => {
    const deep = `${"[".repeat(5000)}{"token":"abc"}${"]".repeat(5000)}`;
    assert.doesNotMatch(maskJson(deep), /abc/);
  });

  it("masks all of many values beside one name, and looks at each once", () => {
    const values = '"value":"Bearer abc",'.repeat(30_000);
    assert.doesNotMatch(maskJson(`{${values}"name":"a"}`), /abc/);
    assert.doesNotMatch(maskJson(`{${values}"name":"token"}`), /abc|Bearer abc/);
  });

  it("hides what goes by the name of a credential, wherever it stands, and nothing else", () => {
    const name = fc.constantFrom(
      "Authorization",
      "access_token",
      "client-secret",
      "PASSWORD",
      "x-api-key",
    );
    const put = (secret: string, key: string) =>
      fc.constantFrom(
        { [key]: secret },
        { [key]: [{ a: secret }] },
        { name: key, value: secret },
        { url: `https://x.example/?a=1&${key}=${secret}&b=2` },
        { raw: `${key}: ${secret}\nHost: x` },
        { body: JSON.stringify({ [key]: secret, n: 1 }) },
        { cut: JSON.stringify({ [key]: secret }).slice(0, -2) },
        { form: `a=b&${key}=${secret}` },
        [key, secret],
      );
    const secrets = fc.stringMatching(/^s3cr[\w.-]{8,40}$/);
    const cases = fc
      .tuple(secrets, name)
      .chain(([secret, key]) => fc.tuple(fc.constant(secret), put(secret, key), fc.json()));
    fc.assert(
      fc.property(cases, ([secret, holder, other]) => {
        const json = `{"before":${other},"in":${JSON.stringify(holder)},"after":1.0}`;
        const masked = maskJson(json);
        assert.ok(!masked.includes(secret), masked);
        assert.match(masked, /•••/);
        assert.match(masked, /,"after":1\.0\}$/);
        JSON.parse(masked);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps every number, key and text that is none, as it is spelled", () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        const masked = maskJson(json);
        assert.deepEqual(
          tokens(masked).filter((token) => !token.includes("•••")),
          tokens(json).filter((_, index) => !tokens(masked)[index]?.includes("•••")),
        );
        assert.ok(masked.includes("•••") || masked === json);
      }),
    );
  });
});
