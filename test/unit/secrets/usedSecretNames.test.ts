import assert from "node:assert/strict";
import { usedSecretNames } from "../../../src/features/secrets/usedSecretNames";

const used = (text: string, names: string) => names.split(" ").filter(usedSecretNames(text));

describe("the names of secrets that a configuration uses", () => {
  it("are those that it refers to or declares", () => {
    const text = JSON.stringify({
      url: "https://x/{{ secrets.CLIENT_ID }}?t={{secrets.token}}",
      headers: [{ name: "Authorization", value: "Bearer {{API_KEY}}" }],
      secrets: { items: [{ id: "declared" }, { id: 3 }] },
      name: "OTHER",
    });
    const names = "CLIENT_ID token API_KEY declared";
    assert.equal(used(text, `${names} OTHER name url Authorization secrets`).join(" "), names);
  });

  it("may be written as environment variables", () => {
    const text = '{"secrets": {"items": [{"id": "client-id"}]}, "a": "{{ secrets.api.key }}"}';
    assert.deepEqual(used(text, "CLIENT_ID API_KEY CLIENT"), ["CLIENT_ID", "API_KEY"]);
  });

  it("are found in a text that is being typed", () => {
    assert.deepEqual(used('{"a": "{{ secrets.A }}', "A"), ["A"]);
  });
});
