import assert from "node:assert/strict";
import { isCredentialName } from "../../../src/core/credentialNames";
import { maskText } from "../../../src/core/maskJson";

describe("the names of credentials", () => {
  for (const name of [
    "Authorization",
    "proxy-authorization",
    "Cookie",
    "Set-Cookie",
    "X-Api-Key",
    "api_key",
    "apikey",
    "access_token",
    "refreshToken",
    "developer-token",
    "X-Auth-Token",
    "client_secret",
    "clientSecretValue",
    "consumerSecret",
    "password",
    "user[password]",
    "password_confirmation",
    "X-Amz-Signature",
    "X-Amz-Security-Token",
    "oauth_signature",
    "sig",
    "Ocp-Apim-Subscription-Key",
    "tokens",
    "privateKey",
    "client_assertion",
  ]) {
    it(`are like ${name}`, () => assert.ok(isCredentialName(name)));
  }

  for (const name of [
    "token_type",
    "next_page_token",
    "pageToken",
    "expires_in",
    "secret_name",
    "oauth_signature_method",
    "client_id",
    "key",
    "value",
    "author",
    "design",
    "passed",
    "auth.token.refresh",
    "Content-Type",
    "",
  ]) {
    it(`are not like “${name}”`, () => assert.ok(!isCredentialName(name)));
  }
});

describe("masking a text", () => {
  for (const [text, masked] of [
    [
      "GET /v1/days?access_token=abc&from=2026-01-01",
      "GET /v1/days?access_token=•••&from=2026-01-01",
    ],
    ["GET /v1?from=1&api_key=abc#top", "GET /v1?from=1&api_key=•••#top"],
    ["GET /v1?key=AIzaShort&page=2", "GET /v1?key=•••&page=2"],
    [
      "grant_type=refresh_token&refresh_token=a%2Fb&client_secret=c",
      "grant_type=refresh_token&refresh_token=•••&client_secret=•••",
    ],
    ["https://me:pass@api.example.com/x", "https://me:•••@api.example.com/x"],
    [
      "redirect=https%3A%2F%2Fx.example%3Ftoken%3Dabc%26b%3D1",
      "redirect=https%3A%2F%2Fx.example%3Ftoken%3D•••%26b%3D1",
    ],
    ["Authorization: Bearer abc.def", "Authorization: Bearer •••"],
    ["authorization: abc def", "authorization: •••"],
    ["Cookie: a=b; c=d\r\nHost: x.example", "Cookie: •••\r\nHost: x.example"],
    [
      "curl -H 'Authorization: Basic YTpi' https://x.example",
      "curl -H 'Authorization: Basic •••' https://x.example",
    ],
    ["it said Bearer x", "it said Bearer •••"],
    ["h=Authorization%3A%20Bearer%20abc%2Bd&a=1", "h=Authorization%3A%20•••"],
    ["h=x-token%3Aabc%26a&b=1", "h=x-token%3A•••%26a&b=1"],
    ["a=Bearer%20abc&b=1", "a=Bearer%20•••&b=1"],
    ["Basic authentication is needed", "Basic authentication is needed"],
    ["Invalid token: abc123", "Invalid token: •••"],
    ['{"password":"a\\"b","page":2,"cut', '{"password":"•••","page":2,"cut'],
    ['{\\"token\\":\\"abc\\"', '{\\"token\\":\\"•••\\"'],
    ["{Authorization=Bearer abc, Host=x}", "{Authorization=Bearer •••"],
    ["<password>abc</password><user>me</user>", "<password>•••</password><user>me</user>"],
    ['name="password"\r\n\r\nabc\r\n--b', 'name="password"\r\n\r\n•••\r\n--b'],
    [
      'name="a"; filename="a.pem"\nContent-Type: text/plain\n\nabc\n<input name="token">\n\nabc',
      'name="a"; filename="a.pem"\nContent-Type: text/plain\n\nabc\n<input name="token">\n\n•••',
    ],
    ["sent eyJhbGciOiJI.eyJzdWIi.c2ln there", "sent ••• there"],
    [`key api_${"k".repeat(60)}`, "key •••"],
    ["-----BEGIN PRIVATE KEY-----\nabc+/=\n-----END PRIVATE KEY-----\n", "•••\n"],
    ["password=p%26ssw0rd&x=1", "password=•••&x=1"],
    ["client_secret=abc%3Bdef", "client_secret=•••"],
    ["a=1&password=a%23b%3Dc&x=1", "a=1&password=•••&x=1"],
    ["password=abc,def", "password=•••"],
    ["password=abc;def", "password=•••"],
    ["password=it's&x=1", "password=•••&x=1"],
    ["Server=x;Password=abc;Database=y", "Server=x;Password=•••;Database=y"],
    ["{token=abc, user=me}", "{token=•••, user=me}"],
    ["password: Tr0ub4dor&3", "password: •••"],
    ['password: it\'s "a"b, c; d#e\nuser: me', "password: •••\nuser: me"],
    ["curl -H 'X-Api-Key: a&b' https://x.example", "curl -H 'X-Api-Key: •••' https://x.example"],
    ['{"pin":1234,"page":2,"cut', '{"pin":•••,"page":2,"cut'],
    ['{"secret":{"a":"b"},"cut', '{"secret":•••'],
    ['{\\"token\\":\\"a\\",\\"n\\":\\"b\\"', '{\\"token\\":\\"•••\\",\\"n\\":\\"b\\"'],
    ["data%5Bpassword%5D=abc&x=1", "data%5Bpassword%5D=•••&x=1"],
    ["data%5Bpin%5D%5B0%5D=abc&x=1", "data%5Bpin%5D%5B0%5D=•••&x=1"],
    ["u=https%3A%2F%2Fx%3Fkey%3Dabc%26b%3D1", "u=https%3A%2F%2Fx%3Fkey%3D•••%26b%3D1"],
    ["u=x%253Fsig%253Dabc%2526b%253D1", "u=x%253Fsig%253D•••%2526b%253D1"],
    ["<Password><![CDATA[a<b>c]]></Password>", "<Password><![CDATA[•••]]></Password>"],
    ["<a><![CDATA[<token>abc</token>]]></a>", "<a><![CDATA[<token>•••</token>]]></a>"],
    [
      "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,A\n\nabc\n-----END RSA PRIVATE KEY-----\n",
      "•••\n",
    ],
    ["-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: a-b\n\nabc", "•••"],
    [`it is github_pat_${"1a_".repeat(10)}`, "it is •••"],
    ['{"a":{"token":"x"},"n":1.0}', '{"a":{"token":"•••"},"n":1.0}'],
    ["POST /api/oauth/token_refresh", "POST /api/oauth/token_refresh"],
    ["auth.token.refresh", "auth.token.refresh"],
    ["https://example.com:8080/a?b=c", "https://example.com:8080/a?b=c"],
    ["at 14:05:30, page_token=next", "at 14:05:30, page_token=next"],
    ["", ""],
  ] as const) {
    it(`makes ${JSON.stringify(masked)} of ${JSON.stringify(text)}`, () => {
      assert.equal(maskText(text), masked);
    });
  }

  it("takes no longer for a text without any end than its length", () => {
    const started = Date.now();
    for (const part of [
      "a",
      "ab.",
      "token",
      "=",
      "Bearer ",
      "<a ",
      '"',
      "\\",
      "//a:",
      "eyJabcdefgh-",
      "eyJ-",
      "github_pat_",
      "<![CDATA[",
      "-----BEGIN PRIVATE KEY-----",
      'name="a"\n',
      `${'name="a" '.repeat(30)}\n`,
    ]) {
      maskText(part.repeat(200_000 / part.length));
    }
    assert.ok(Date.now() - started < 5000, `${Date.now() - started} ms`);
  });

  it("takes no longer for a value of nothing but backslashes", () => {
    const started = Date.now();
    const backslashes = "\\".repeat(200_000);
    for (const before of ["token=a", 'token="a', "token: a", 'token:"', "token%3Da", "a"]) {
      maskText(`${before}${backslashes}a b`);
    }
    assert.ok(Date.now() - started < 5000, `${Date.now() - started} ms`);
  });

  it("takes no longer for a page on one line", () => {
    const started = Date.now();
    const inputs = '<input name="any" title="any of the inputs">'.repeat(20_000);
    const masked = maskText(`${inputs}<input name="token">token=abc`);
    assert.ok(masked.endsWith("token=•••"));
    assert.ok(Date.now() - started < 5000, `${Date.now() - started} ms`);
  });
});
