import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";
import bundle from "../../l10n/bundle.l10n.json";
import { root } from "../hosts/paths";

const source = join(root, "src");

describe("l10n/bundle.l10n.json", () => {
  it("has the texts of the code, which `npm run l10n` writes", async function () {
    this.timeout(300_000);
    const files = readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => ({ extension: ".ts", contents: readFileSync(join(source, name), "utf8") }))
      .filter(({ contents }) => contents.includes("@vscode/l10n")); // reading one takes long
    const texts = await getL10nJson(files);
    assert.ok(Object.keys(texts).length > 100);
    assert.deepEqual(bundle, texts);
  });
});
