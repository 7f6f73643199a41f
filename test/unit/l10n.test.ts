import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";
import bundle from "../../l10n/bundle.l10n.json";
import { root } from "../hosts/paths";

const source = join(root, "src");

/** How every file names what translates; other imports stay in their files, and are read there. */
const usual = 'import * as l10n from "@vscode/l10n";\n';

/** The reader compiles its queries anew for each file, which takes longer than reading; a text of all grows slow too. */
const filesAtOnce = 25;

describe("l10n/bundle.l10n.json", () => {
  it("has the texts of the code, which `npm run l10n` writes", async function () {
    this.timeout(300_000);
    const files = readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(join(source, name), "utf8"))
      .filter((contents) => contents.includes("@vscode/l10n"));
    const batches = files
      .filter((_, index) => index % filesAtOnce === 0)
      .map((_, batch) => files.slice(batch * filesAtOnce, (batch + 1) * filesAtOnce));
    const texts = await getL10nJson(
      batches.map((batch) => ({
        extension: ".ts",
        contents: usual + batch.map((contents) => contents.replace(usual, "")).join("\n"),
      })),
    );
    assert.ok(Object.keys(texts).length > 100);
    assert.deepEqual(bundle, texts);
  });
});
