import assert from "node:assert/strict";
import { defaultOrigin, parseBaseUrl } from "../../../../src/platform/http/baseUrl";

describe("parseBaseUrl", () => {
  const accepted: Record<string, readonly [origin: string, href: string]> = {
    [defaultOrigin]: ["https://api.supermetrics.com", "https://api.supermetrics.com"],
    "https://api.supermetrics.com/": [
      "https://api.supermetrics.com",
      "https://api.supermetrics.com",
    ],
    "  https://API.Example.com:443  ": ["https://api.example.com", "https://api.example.com"],
    "https://api.example.com:8443": [
      "https://api.example.com:8443",
      "https://api.example.com:8443",
    ],
    "https://example.com/smx/api//": ["https://example.com", "https://example.com/smx/api"],
    "https://example.com/a/../b/": ["https://example.com", "https://example.com/b"],
    "https://10.0.0.1": ["https://10.0.0.1", "https://10.0.0.1"],
    "http://localhost:3000": ["http://localhost:3000", "http://localhost:3000"],
    "http://api.localhost/v0": ["http://api.localhost", "http://api.localhost/v0"],
    "http://127.0.0.1:80": ["http://127.0.0.1", "http://127.0.0.1"],
    "http://127.9.9.9": ["http://127.9.9.9", "http://127.9.9.9"],
    // Browsers read these as loopback, too.
    "http://127.1": ["http://127.0.0.1", "http://127.0.0.1"],
    "http://2130706433": ["http://127.0.0.1", "http://127.0.0.1"],
    "http://[::1]:8080": ["http://[::1]:8080", "http://[::1]:8080"],
  };
  for (const [text, [origin, href]] of Object.entries(accepted)) {
    it(`reads “${text}” as ${href}`, () => {
      assert.deepEqual(parseBaseUrl(text), { origin, href });
    });
  }

  const refused: Record<string, string> = {
    "": "notAUrl",
    "api.supermetrics.com": "notAUrl",
    "https://": "notAUrl",
    "https://exa mple.com": "notAUrl",
    "http://api.supermetrics.com": "notHttps",
    "http://10.0.0.1": "notHttps",
    "http://0.0.0.0": "notHttps",
    "http://localhost.example.com": "notHttps",
    "http://notlocalhost": "notHttps",
    "http://127.0.0.1.example.com": "notHttps",
    "http://[::ffff:127.0.0.1]": "notHttps",
    "http://127.0.0.1@example.com": "notHttps",
    "ftp://localhost": "notHttps",
    "file:///etc/hosts": "notHttps",
    "javascript:alert(1)": "notHttps",
    "localhost:3000": "notHttps",
    "https://user@example.com": "hasCredentials",
    "https://:pass@example.com": "hasCredentials",
    "http://user:pass@localhost": "hasCredentials",
    "https://example.com?api_key=x": "hasQuery",
    "https://example.com/#x": "hasQuery",
  };
  for (const [text, problem] of Object.entries(refused)) {
    it(`refuses “${text}” as ${problem}`, () => {
      assert.equal(parseBaseUrl(text), problem);
    });
  }
});
