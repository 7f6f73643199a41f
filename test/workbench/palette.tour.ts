import assert from "node:assert/strict";
import { useStage } from "./stage";

/** What people type into the palette, and the command of ours that they mean. */
const signedOut = {
  "create connector": "Create Connector…",
  "new connector": "Create Connector…",
  "add connector": "Create Connector…",
  clone: "Duplicate Connector…",
  "clone connector": "Duplicate Connector…",
  push: "Publish File to Connector…",
  deploy: "Publish File to Connector…",
  publish: "Publish File to Connector…",
  upload: "Publish File to Connector…",
  pull: "Save Configuration to Workspace…",
  download: "Save Configuration to Workspace…",
  export: "Save Configuration to Workspace…",
  diff: "Compare File with Connector…",
  compare: "Compare File with Connector…",
  history: "Show Configuration Versions…",
  versions: "Show Configuration Versions…",
  revert: "Undo Last Publish",
  rollback: "Undo Last Publish",
  undo: "Undo Last Publish",
  "log out": "Sign Out",
  logout: "Sign Out",
  login: "Sign In…",
  "log in": "Sign In…",
  token: "Sign In…",
  "api key": "Sign In…",
};

const withConfiguration = {
  "create connector": "Create Connector…",
  push: "Publish Configuration",
  deploy: "Publish Configuration",
  publish: "Publish Configuration",
  upload: "Publish Configuration",
  diff: "Show Unpublished Changes",
  compare: "Show Unpublished Changes",
  rollback: "Undo Last Publish",
  logout: "Sign Out",
};

describe("The command palette", () => {
  const stage = useStage();

  /** The first row that a phrase finds, and the first of ours, without their category. */
  async function hits(phrase: string): Promise<{ first: string; ours: string }> {
    const { quickInput } = stage.workbench;
    await quickInput.input.fill(`>${phrase}`);
    const own = quickInput.items.filter({ hasText: "Supermetrics: " }).first();
    await own.waitFor({ timeout: 5000 }).catch(() => assert.fail(`"${phrase}" finds nothing`));
    const labels = await quickInput.items.locator(".label-name").allInnerTexts();
    const plain = labels.map((label) => label.replaceAll("\u00a0", " "));
    const ours = plain.find((label) => label.startsWith("Supermetrics: ")) ?? "";
    return { first: plain[0] ?? "", ours: ours.replace("Supermetrics: ", "") };
  }

  async function findsAll(expected: Readonly<Record<string, string>>): Promise<void> {
    const { page, quickInput } = stage.workbench;
    await page.keyboard.press("F1");
    await quickInput.input.waitFor();
    const found: Record<string, string> = {};
    for (const phrase of Object.keys(expected)) {
      found[phrase] = (await hits(phrase)).ours;
    }
    assert.deepEqual(found, expected);
  }

  it("finds what a person means who has not used the product yet", async () => {
    const { workbench } = stage;
    await findsAll(signedOut);
    assert.equal((await hits("create connector")).first, "Supermetrics: Create Connector…");
    await workbench.pictures("palette-create-connector");
    await workbench.page.keyboard.press("Enter");
    await workbench.quickInput.question("API key");
  });

  it("finds what a person means whose configuration is open", async () => {
    await stage.openWith({ reporting: {} });
    await findsAll(withConfiguration);
    // What a person has used before comes first: here they have signed in.
    for (const phrase of ["token", "api key"]) {
      assert.equal((await hits(phrase)).ours, "Sign In…");
      await stage.workbench.quickInput.items.filter({ hasText: "Replace API Key…" }).waitFor();
    }
  });
});
