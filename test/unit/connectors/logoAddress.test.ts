import assert from "node:assert/strict";
import * as fc from "fast-check";
import { logoAddress, logoMarkdown } from "../../../src/features/connectors/logoAddress";

describe("logoAddress", () => {
  it("leaves an ordinary address as it is", () => {
    const ordinary = "https://assets.supermetrics.com/images/a_b-1.png?v=2&w=%20#x";
    assert.equal(logoAddress(ordinary), ordinary);
    assert.equal(logoMarkdown(ordinary), `![](${ordinary}|width=64)`);
  });

  it("takes nothing but https, without credentials, of a documented length", () => {
    for (const address of [
      undefined,
      "",
      "logo.png",
      "http://a.example/logo.png",
      "command:workbench.action.quit",
      "data:image/png;base64,AAAA",
      "javascript:alert(1)",
      "file:///etc/passwd",
      "https://user:word@a.example/logo.png",
      `https://a.example/${"a".repeat(2048)}`,
    ]) {
      assert.equal(logoAddress(address), undefined, address);
    }
  });

  it("lets nothing out of the markdown around it", () => {
    const address = logoAddress(
      'https://a.example/x) [run](command:a "t") <img|width=9>&quot;\n`*$(zap)',
    );
    assert.ok(address?.startsWith("https://a.example/x%29%20%5Brun%5D%28command:a%20%22t%22%29"));
    const part = fc.constantFrom("(", ")", "[", "]", "\\", "|", "<", ">", "`", " ", "\n", "é", ";");
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(anything, anything, (path, query) => {
        const given = logoAddress(`https://a.example/${path}?${query}`);
        assert.match(given ?? "https://", /^https:\/\/[\w\-.~:/?#@&=+,%]*$/);
      }),
    );
  });
});
