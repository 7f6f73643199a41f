import assert from "node:assert/strict";
import * as fc from "fast-check";
import { connectorKey, isSameConnector } from "../../../src/platform/connectorRef";
import {
  configurationUri,
  parseConfigurationUri,
} from "../../../src/features/configurations/configurationUri";

const publicOrigin = "https://api.supermetrics.com";
const account = { origin: publicOrigin, teamId: "9007199254740993" };

const uriOf = (name: string, identifier = "T3S70", origin = publicOrigin) =>
  configurationUri({ ...account, origin }, { identifier, name });
const labelOf = (name: string, identifier?: string) => uriOf(name, identifier).path.split("/")[3];

const origins = fc.constantFrom(
  publicOrigin,
  "https://api.supermetrics.com:8443",
  "https://eu.example.org",
  "http://localhost",
  "http://127.0.0.1:8080",
  "http://[::1]:8080",
);
const identifiers = fc.stringMatching(/^[A-Za-z0-9_-]{1,100}$/);
const names = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom("..", ".", "/", "a/b\\c.json", "x.json", "(T3S70)", "؜עברית", "\u202egnp.exe"),
);

describe("configurationUri", () => {
  it("leads back to the connector, whatever it is called and wherever it lives", () => {
    fc.assert(
      fc.property(origins, identifiers, names, (origin, identifier, name) => {
        const parsed = parseConfigurationUri(uriOf(name, identifier, origin));
        assert.deepEqual(parsed, { ...account, origin, identifier });
      }),
    );
  });

  it("is always one path of three segments that can stand in a URI", () => {
    fc.assert(
      fc.property(names, (name) => {
        const { path } = uriOf(name);
        assert.equal(path.split(/[/\\]/).length, 4);
        assert.doesNotMatch(path, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        // Half of an emoji, which JSON can carry, would keep the editor from opening the document.
        assert.equal(decodeURIComponent(encodeURIComponent(path)), path);
      }),
    );
  });

  it("shows the name as it is, and the identifier that tells it from its namesakes", () => {
    assert.equal(labelOf("Räder & Söhne 🚲 v1.2"), "Räder & Söhne 🚲 v1.2 (T3S70).json");
    assert.equal(labelOf("a/b\\c"), "a-b-c (T3S70).json");
    assert.equal(labelOf("T3S70"), "T3S70.json");
    assert.notEqual(labelOf("Same", "A1"), labelOf("Same", "B2"));
  });

  it("names the service only where it is not the public one", () => {
    assert.equal(uriOf("Any").authority, "");
    assert.equal(uriOf("Any", "A", "https://eu.example.org").authority, "eu.example.org");
    assert.equal(uriOf("Any", "A", "http://127.0.0.1:80").authority, "http+127.0.0.1");
  });

  it("tells the same host over http from the one over https", () => {
    const [secure, plain] = ["https://localhost", "http://localhost"].map((origin) =>
      parseConfigurationUri(uriOf("Any", "A", origin)),
    );
    assert.ok(secure && plain);
    assert.ok(!isSameConnector(secure, plain));
  });
});

describe("parseConfigurationUri", () => {
  for (const path of [
    "",
    "/",
    "/42/T3S70",
    "/42/T3S70/",
    "/42/T3S70/Mail",
    "/42/T3S70/Mail.txt",
    "/42/T3S70/sub/Mail.json",
    "/42//Mail.json",
    "//T3S70/Mail.json",
    "/team/T3S70/Mail.json",
    "/-42/T3S70/Mail.json",
    "42/T3S70/Mail.json",
    "/.vscode/settings.json",
  ]) {
    it(`does not take ${path || "an empty path"} for a configuration`, () => {
      assert.equal(parseConfigurationUri({ authority: "", path }), undefined);
    });
  }

  it("does not need the label, which an older name may have left behind", () => {
    const before = parseConfigurationUri(uriOf("Old name"));
    const after = parseConfigurationUri(uriOf("New name"));
    assert.ok(before && after);
    assert.ok(isSameConnector(before, after));
  });
});

describe("connectorKey", () => {
  it("differs where the team, the service or the connector differs", () => {
    const ref = { ...account, identifier: "A" };
    const others = [
      { ...ref, identifier: "B" },
      { ...ref, teamId: "9007199254740992" },
      { ...ref, origin: "https://eu.example.org" },
    ];
    assert.equal(new Set([ref, ...others].map(connectorKey)).size, 4);
    assert.ok(others.every((other) => !isSameConnector(ref, other)));
  });
});
