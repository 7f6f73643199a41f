import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import bundle from "../../l10n/bundle.l10n.json";
import manifestTexts from "../../package.nls.json";

// The rules of VS Code's and Microsoft's writing guidelines that a machine can hold.
const manifest: Readonly<Record<string, string>> = manifestTexts;
const texts = [...Object.keys(bundle), ...Object.values(manifest)];
const commandTitles = Object.entries(manifest)
  .filter(([key]) => key.startsWith("command."))
  .map(([, text]) => text);

describe("house style", () => {
  it("has texts to look at", () => assert.ok(texts.length > 500));

  for (const [rule, broken] of [
    ["quotes are straight", /[“”‘’]/],
    ["a failed action is retried, with the verb Retry", /\btry (it )?again\b/i],
    [
      "contractions are used",
      /\b(cannot|can not|could not|is not|are not|was not|were not|does not|do not|did not|has not|will not)\b/i,
    ],
    ["no sentence begins with It after another one", /[.!?:] It\b/],
    ["an ellipsis is one character", /\.\.\./],
    ["nobody is asked to please, and nothing is simply done", /\b(please|simply|just|sorry)\b/i],
    ["the person is addressed as you", /\b(somebody|nobody|one's)\b/i],
    ["spaces are single and not at an end", / {2}|^ | $/],
    ["abbreviations are written out", /\b(e\.g\.|i\.e\.|etc\.)/],
    ["errors don't shout", /!(?!\[)/],
  ] as const) {
    it(rule, () =>
      assert.deepEqual(
        texts.filter((text) => broken.test(text)),
        [],
      ),
    );
  }

  it("sentences have a capital letter where they begin and in names only", () => {
    const labels = texts.filter((text) => !/[.?!:]$/.test(text) && text.split(" ").length < 6);
    const names = [
      ...labels.map((label) => label.replace(/…$/, "")).filter((label) => /^[A-Z]/.test(label)),
      ..."Supermetrics|VS Code|Connector Builder|Hub|JSON Schema|Markdown|OAuth|Git|PEM".split("|"),
      ..."Don't Ask Again|User Settings|Auto Save|Owner|Admin|Editor".split("|"),
    ].toSorted((a, b) => b.length - a.length);
    const odd = texts
      .filter((text) => /[.?]$/.test(text) && / /.test(text))
      .filter((text) => {
        const plain = names.reduce((rest, name) => rest.replaceAll(name, "x"), text);
        return / [A-Z][a-z]/.test(plain.replaceAll(/(?:^|[.?!:] )["'*]*[A-Z]/g, ""));
      });
    assert.deepEqual(odd, []);
  });

  it("buttons have five words and 30 letters at most", () => {
    const labels = buttonLabels();
    assert.ok(labels.size > 10);
    assert.deepEqual(
      [...labels].filter((label) => label.length > 30 || label.split(" ").length > 5),
      [],
    );
  });

  it("command titles begin with a verb in title case, and fit into a menu", () => {
    const small = new Set([
      "as",
      "from",
      "for",
      "of",
      "to",
      "with",
      "into",
      "by",
      "in",
      "on",
      "the",
    ]);
    const odd = commandTitles.filter((title) =>
      title
        .split(" ")
        .some((word, at) => !/^(?:[A-Z'$.]|cURL$)/.test(word) && (at === 0 || !small.has(word))),
    );
    assert.deepEqual(odd, []);
    assert.deepEqual(
      commandTitles.filter((title) => title.length > 45),
      [],
    );
  });
});

/** What stands on the buttons of notifications and dialogs: labels with something to run, and `button`. */
function buttonLabels(): Set<string> {
  const root = join(__dirname, "../../src");
  const found = new Set<string>();
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(".ts")) {
      const code = readFileSync(join(root, name), "utf8");
      for (const [, label, button] of code.matchAll(
        /label: l10n\.t\("([^"]+)"\),\s*run\b|button: l10n\.t\("([^"]+)"\)/g,
      )) {
        found.add(label ?? button ?? "");
      }
    }
  }
  return found;
}
