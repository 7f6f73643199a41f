import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const declaration = /^export (?:async |abstract )?(?:function|class|interface|type) (\w+)/;

describe("docstrings", () => {
  it("stand above every exported function, class and type", () => {
    const root = join(__dirname, "../../src");
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    const missing = files.flatMap((file) => {
      const documented = new Set<string>();
      const lines = readFileSync(join(root, file), "utf8").split("\n");
      return lines.flatMap((line, index) => {
        const name = declaration.exec(line)?.[1];
        if (name === undefined || documented.has(name)) {
          return []; // of overloads the first is documented
        }
        documented.add(name);
        return lines[index - 1]?.endsWith("*/") ? [] : [`${file}: ${name}`];
      });
    });
    assert.ok(files.length > 300);
    assert.deepEqual(missing, []);
  });
});
