import assert from "node:assert/strict";
import { buildRequest } from "../../../src/features/preview/buildRequest";
import { testValuesOf } from "../../../src/features/preview/testValues";
import { configurationWith, replacementsFor, targetIn } from "../support/previews";

const values = {
  "input.token": "tok/en ünique",
  "account.id": "act/1&x",
  "secrets.sec_1": "s3cret-value",
  "query.currency": "EUR",
};

function build(request: object, root: object = {}) {
  const configuration = configurationWith({ request, root });
  return buildRequest(targetIn(configuration), replacementsFor(configuration, values));
}

function testValues(request: object, root: object = {}, fields?: readonly object[]) {
  const configuration = configurationWith({ request, root, ...(fields && { fields }) });
  return testValuesOf(configuration, targetIn(configuration)).map(
    ({ id, isSecret }) => `${id}${isSecret ? " (secret)" : ""}`,
  );
}

describe("The request of a preview", () => {
  it("has the documented placeholders replaced, parameters appended and encoded", () => {
    const { plain, masked, origin, credentials, remarks } = build({
      method: "GET",
      url: "https://source.example.com/{{account.id}}/days?a=1#part",
      headers: [
        { name: "Authorization", value: "Bearer {{ user.access_token }}" },
        { name: "X-Id", value: "{{identity()}}" },
      ],
      parameters: [
        { name: "from", value: "{{query.start_date.date}}" },
        { name: "to", value: "{{query.end_date.date}}" },
        { name: "key", value: "{{ secrets.sec_1 }}" },
        { name: "filter[]", value: "a&b ü" },
        { name: "count", value: 5 },
      ],
    });
    assert.equal(
      plain?.url,
      "https://source.example.com/act/1&x/days?a=1&from=2026-11-01&to=2026-11-07&key=s3cret-value&filter%5B%5D=a%26b%20%C3%BC&count=5#part",
    );
    assert.deepEqual(plain.headers, [
      ["Authorization", "Bearer tok/en ünique"],
      ["X-Id", "unique"],
    ]);
    assert.match(masked.url, /&key=\$SEC_1&filter/);
    assert.deepEqual(masked.headers[0], ["Authorization", "Bearer $TOKEN"]);
    assert.doesNotMatch(JSON.stringify(masked), /tok\/en|s3cret/);
    assert.equal(origin, "https://source.example.com");
    assert.deepEqual(credentials, ['Secret "sec_1"', "Token"]);
    assert.deepEqual(remarks, []);
  });

  it("masks credentials that are written out", () => {
    const { plain, masked } = build({
      url: "https://source.example.com/?api_key=0123abc&page=2",
      headers: [{ name: "X-Api-Key", value: "0123abc" }],
      parameters: [{ name: "access_token", value: "0123abc" }],
    });
    assert.match(plain?.url ?? "", /api_key=0123abc&page=2&access_token=0123abc/);
    assert.equal(
      masked.url,
      "https://source.example.com/?api_key=$API_KEY&page=2&access_token=$ACCESS_TOKEN",
    );
    assert.deepEqual(masked.headers, [["X-Api-Key", "$X_API_KEY"]]);
  });

  it("sends a body that is a text as it is, and another one as JSON, which it says", () => {
    const text = build({ method: "POST", body: '{"t":"{{ user.access_token }}"}' });
    assert.equal(text.plain?.body, '{"t":"tok/en ünique"}');
    assert.equal(text.masked.body, '{"t":"$TOKEN"}');
    const object = build({
      method: "POST",
      body: { days: ["{{query.start_date.date}}"], password: "0123abc", n: 1 },
    });
    assert.equal(object.plain?.body, '{"days":["2026-11-01"],"password":"0123abc","n":1}');
    assert.doesNotMatch(object.masked.body ?? "", /0123abc/);
    assert.deepEqual(
      object.remarks.map(({ path }) => path?.join("/")),
      ["reporting/reportTypes/0/request/body"],
    );
  });

  it("names placeholders that aren't documented, for which a test value stands", () => {
    const { plain, remarks } = build({ parameters: [{ name: "a", value: "{{query.currency}}" }] });
    assert.match(plain?.url ?? "", /a=EUR$/);
    assert.deepEqual(
      remarks.map(({ path }) => path?.join("/")),
      ["reporting/reportTypes/0/request/parameters/0/value"],
    );
  });

  for (const [what, request, place] of [
    ["an async request", { type: "async" }, "type"],
    ["a request to be signed", { builderType: "oauth1" }, "builderType"],
    ["a signature", { headers: [{ name: "S", value: "{{signer.signature}}" }] }, "headers/0/value"],
    [
      "an encrypted value",
      { headers: [{ name: "S", value: { source: "encrypted", value: "x" } }] },
      "headers/0/value",
    ],
    ["an unknown method", { method: "TRACE" }, "method"],
    ["no address", { url: "" }, "url"],
    ["another protocol", { url: "ftp://source.example.com" }, "url"],
    ["a file", { url: "file:///etc/passwd" }, "url"],
    ["a credential in the host", { url: "https://{{ secrets.sec_1 }}.example.com" }, "url"],
    ["credentials in the address", { url: "https://a:b@source.example.com" }, "url"],
  ] as const) {
    it(`isn't sent with ${what}`, () => {
      const { plain, remarks } = build(request);
      assert.equal(plain, undefined);
      assert.equal(remarks[0]?.path?.join("/"), `reporting/reportTypes/0/request/${place}`);
    });
  }

  it("needs the test values that it uses, and no others", () => {
    assert.deepEqual(testValues({}), []);
    assert.deepEqual(
      testValues({
        url: "https://x.example.com/{{account.id}}",
        headers: [{ name: "A", value: "{{user.access_token}} {{query.end_date.date}}" }],
        parameters: [
          { name: "a", value: "{{query.start_date.date}} {{ secrets.s }}" },
          { name: "b", value: { source: "userInput", value: "name" } },
        ],
        method: "POST",
        body: { c: ["{{query.currency}}"] },
      }),
      [
        "account.id",
        "input.token (secret)",
        "dates",
        "secrets.s (secret)",
        "input.name",
        "query.currency",
      ],
    );
  });

  it("hides what stands where credentials do, whatever its own name", () => {
    assert.deepEqual(
      testValues({
        headers: [{ name: "X-Api-Key", value: "{{user.something}}" }],
        parameters: [
          { name: "a", value: "{{user.something}}" },
          { name: "b", value: "{{user.other}} {{account.id}}" },
          { name: "key", value: { source: "userInput", value: "name" } },
          { name: "token", value: "{{query.start_date.date}}" },
        ],
      }),
      ["user.something (secret)", "user.other", "account.id", "input.name (secret)", "dates"],
    );
    const inputs = [
      { id: "key", type: "text" },
      { id: "b", label: "API key", type: "text" },
    ];
    const authentication = { type: "user_input", userInputs: inputs };
    const use = (id: string) => ({ name: "a", value: { source: "userInput", value: id } });
    assert.deepEqual(testValues({ parameters: [use("key"), use("b")] }, { authentication }), [
      "input.key (secret)",
      "input.b (secret)",
    ]);
  });

  it("takes the access token from where the data source user has it", () => {
    const request = { headers: [{ name: "A", value: "{{user.access_token}}" }] };
    const user = (accessToken?: object) => ({ dataSourceUser: { userInfo: { accessToken } } });
    assert.deepEqual(testValues(request, user()), ["user.access_token (secret)"]);
    assert.deepEqual(testValues(request, user({ source: "jsonPath", value: "$.t" })), [
      "user.access_token (secret)",
    ]);
    assert.deepEqual(testValues(request, user({ source: "static", value: "{{ secrets.s }}" })), [
      "secrets.s (secret)",
    ]);
    assert.deepEqual(
      testValues(request, user({ source: "static", value: "{{user.access_token}}" })),
      ["user.access_token (secret)"],
    );
    // A token is one whatever the input's type says.
    assert.deepEqual(testValues(request, user({ source: "userInput", value: "name" })), [
      "input.name (secret)",
    ]);
  });
});
