import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";

const root = join(__dirname, "../..");

/** The features that each feature may import: in its own files, and in those of its `ui` folder. */
function allowedImports(): { readonly own: Graph; readonly ui: Graph } {
  const own: Graph = new Map();
  const ui: Graph = new Map();
  for (const { files, rules } of parse(read(".oxlintrc.json")).overrides) {
    const [, feature, folder] = /^src\/features\/(\w+)\/(ui\/)?/.exec(String(files)) ?? [];
    if (feature) {
      const group: readonly string[] = rules["no-restricted-imports"][1].patterns[0].group;
      const allowed = group.flatMap((pattern) => /^!\*\*\/(\w+)\/\*\*$/.exec(pattern)?.[1] ?? []);
      const others = allowed.filter((name) => name !== "platform");
      (folder ? ui : own).set(feature, others.toSorted());
    }
  }
  return { own, ui };
}

type Graph = Map<string, readonly string[]>;

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function sorted(graph: Graph): [string, readonly string[]][] {
  return [...graph].toSorted(([a], [b]) => a.localeCompare(b));
}

describe("The graph of the features", () => {
  it("has every feature", () => {
    const folders = readdirSync(join(root, "src/features"));
    assert.deepEqual([...allowedImports().own.keys()].toSorted(), folders.toSorted());
  });

  it("is the same for a feature and for its user interface", () => {
    const { own, ui } = allowedImports();
    assert.deepEqual(sorted(ui), sorted(own));
  });

  it("has no circle", () => {
    const { own } = allowedImports();
    const reached = (from: string, seen: ReadonlySet<string> = new Set()): string[] =>
      (own.get(from) ?? []).flatMap((to) =>
        seen.has(to) ? [] : [to, ...reached(to, new Set([...seen, to]))],
      );
    const inCircles = [...own.keys()].filter((feature) => reached(feature).includes(feature));
    assert.deepEqual(inCircles, []);
  });

  it("has no arrow that no import follows", () => {
    const used = new Map([...allowedImports().own.keys()].map((name) => [name, new Set<string>()]));
    for (const file of readdirSync(join(root, "src/features"), {
      recursive: true,
      encoding: "utf8",
    })) {
      const [from = ""] = file.split(/[\\/]/);
      const text = file.endsWith(".ts") ? read(join("src/features", file)) : "";
      for (const [, to = ""] of text.matchAll(/(?:from |import\()"(?:\.\.\/)+(\w+)\//g)) {
        if (to !== from && used.has(to)) {
          used.get(from)?.add(to);
        }
      }
    }
    const followed = [...used].map(([from, to]): [string, string[]] => [from, [...to].toSorted()]);
    assert.deepEqual(sorted(new Map(followed)), sorted(allowedImports().own));
  });

  it("is the one that CONTRIBUTING.md shows", () => {
    const arrows = read("CONTRIBUTING.md").matchAll(/^ {2}(\w+) --> (\w+(?: & \w+)*)$/gm);
    const shown: Graph = new Map();
    for (const [, from = "", to = ""] of arrows) {
      shown.set(from, to.split(" & ").toSorted());
    }
    const drawn = sorted(allowedImports().own).filter(([, others]) => others.length > 0);
    assert.deepEqual(sorted(shown), drawn);
  });
});
