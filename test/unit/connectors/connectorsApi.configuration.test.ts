import assert from "node:assert/strict";
import { getConnector, postConnector } from "../../../src/features/connectors/connectorsApi";
import { defaultTeam } from "../../sandbox";
import { useApi } from "../support/api";

describe("the configuration of a connector that was read", () => {
  const { control, send, account, ref } = useApi();
  const read = async () => (await getConnector(send, ref("COLL1"))).configurationText;
  const answer = (body: string) =>
    control().fault({ status: 200, body, contentType: "application/json" });

  // Each of them is changed by JSON.parse and JSON.stringify.
  const delicate: Record<string, string> = {
    "a number with more digits than JavaScript has": '{"big":12345678901234567890}',
    "numbers by their spelling": '{"a":1.0,"b":1e2,"c":1E+2,"d":-0,"e":0.10,"f":1e400}',
    "keys that occur twice": '{"twice":1,"twice":2,"in":{"x":[],"x":{}}}',
    "the order of keys that look like numbers": '{"2":0,"1":0,"b":0,"a":0}',
    "a key that JavaScript treats in its own way": '{"__proto__":{"a":1},"constructor":null}',
    "white space between tokens": '{\n\t"a" : [ 1 ,\r\n 2 ] }',
    "the spelling of string escapes": '{"a":"\\u00e9\\/\\"\\\\\\ud83d","\\u0061":"}]"}',
    "text outside ASCII": '{"Räder":"🚲 \u2028"}',
    "an empty object": "{}",
    "an empty list apart from it": '{"a":[],"b":{}}',
  };
  for (const [name, configurationText] of Object.entries(delicate)) {
    it(`keeps ${name}`, async () => {
      await control().settings({ escapeSlashes: false, escapeUnicode: false });
      await control().addConnector(defaultTeam, { configurationText });
      assert.equal(await read(), configurationText);
    });
  }

  it("keeps the escapes that the service adds by default", async () => {
    await control().addConnector(defaultTeam, { configurationText: '{"u":"https://é","n":1.0}' });
    assert.equal(await read(), '{"u":"https:\\/\\/\\u00e9","n":1.0}');
  });

  it("is that of a create's answer, too", async () => {
    const connector = { title: "Copy", description: "", duplicateOf: "NUM83" };
    const { signal } = new AbortController();
    const { configurationText } = await postConnector(send, account(), connector, "form", signal);
    assert.equal(
      configurationText,
      '{"2":0,"1":0,"big":12345678901234567890,"ratio":1.0,"twice":1,"twice":2,' +
        '"reporting":{"reportTypes":[]}}',
    );
  });

  it("is found wherever it stands, and not taken for one of that name elsewhere", async () => {
    const own = '{"configuration":{"configuration_json":{"no":1}}}';
    await answer(
      `{"name":"configuration","decoy":${own},"configuration":{"more":[{"configuration_json":2}],` +
        `"configuration_json":${own},"version":"1.0.0"},"connector_identifier":"COLL1"}`,
    );
    assert.equal(await read(), own);
  });

  it("is the text in a string, as the official SDK writes it", async () => {
    const text = '{"big":12345678901234567890,"u":"\\/"}';
    const configuration = { configuration_json: text };
    await answer(JSON.stringify({ connector_identifier: "COLL1", configuration }));
    assert.equal(await read(), text);
  });

  it("is a string as it stands, where that holds no JSON", async () => {
    await answer('{"connector_identifier":"A","configuration":{"configuration_json":"not {"}}');
    assert.equal(await read(), '"not {"');
  });

  for (const configuration of [undefined, null, "text", [], {}, { configuration_json: null }]) {
    it(`is missing where the answer has ${JSON.stringify(configuration)} for it`, async () => {
      await answer(JSON.stringify({ connector_identifier: "COLL1", configuration }));
      assert.equal(await read(), undefined);
    });
  }
});
