import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { offerQuickFix, selectText, showFiles } from "../driver/flows";
import { sharedHosts } from "../sharedHosts";
import { useStage } from "../stage";

const configuration = {
  reporting: {
    reportTypes: [
      {
        id: "days",
        request: { headers: [{ name: "Authorization", value: "Bearer abc-123" }] },
        fields: [{ id: "opens" }],
      },
    ],
  },
  secrets: { items: [{ id: "client_id", classification: "secret", source: "encrypted" }] },
};

describe("Secrets", () => {
  const stage = useStage();

  beforeEach(() => stage.openWith(configuration));

  /** Opens the connector's secrets in the tree with the keyboard. A double click has opened the connector. */
  async function expand() {
    const { workbench } = stage;
    const { page } = workbench;
    await workbench.run("View: Focus into Primary Side Bar");
    await workbench.quickInput.gone();
    await workbench.row("Secrets").waitFor();
    await page.keyboard.press("End");
    await workbench.focusedRow("Secrets").waitFor();
    await page.keyboard.press("ArrowRight");
  }

  async function register(name: string, value: string) {
    const { workbench } = stage;
    await workbench.run("Supermetrics: Register Secret…");
    await workbench.quickInput.answer("Secret name", name);
    await workbench.quickInput.answer("Value for", value);
    await workbench.quickInput.gone();
  }

  it("are registered, replaced and deleted from the tree", async () => {
    const { workbench } = stage;
    const { page, quickInput, dialogs } = workbench;
    await expand();
    await workbench.row("No secrets").waitFor();
    await workbench.pictures("secrets-none");
    await workbench.clickRow("No secrets");
    await quickInput.question("Secret name");
    await workbench.pictures("secrets-name");
    await quickInput.enter("client_secret");
    await quickInput.question('Value for "client_secret"');
    await quickInput.type("-----BEGIN PRIVATE KEY-----MIIE");
    await quickInput.says("lost its line breaks");
    await workbench.pictures("secrets-value");
    await quickInput.enter("p4ssw0rd-of-the-source");
    await workbench.selectedRow("client_secret").waitFor();
    await register("api_token", "another value");
    await workbench.row("api_token").waitFor();
    await workbench.pictures("secrets-tree", async () => {
      await workbench.tooltip(workbench.row("client_secret"), "Placeholder: sec_");
    });
    assert.doesNotMatch(await page.locator("body").innerText(), /p4ssw0rd/);

    await workbench.openMenu(workbench.row("client_secret"));
    await workbench.pictures("secrets-menu");
    await workbench.chooseFromMenu("Replace Secret Value…");
    const done = page.locator(".statusbar-item", { hasText: "Replaced the value" });
    await Promise.all([done.waitFor(), quickInput.answer('Value for "client_secret"', "new")]);
    await workbench.openMenu(workbench.row("client_secret"));
    await workbench.chooseFromMenu("Delete Secret…");
    await dialogs.says('Delete secret "client_secret"');
    await workbench.pictures("secrets-delete");
    await dialogs.press('Delete secret "client_secret"', "Delete");
    await workbench.row("client_secret").waitFor({ state: "detached" });
  });

  it("are compared with the configuration, and made of what is written out", async () => {
    const { workbench } = stage;
    const { page, problems, quickInput, notifications } = workbench;
    await workbench.run("Supermetrics: Check Configuration");
    await problems.filter({ hasText: 'Secret "client_id" isn\'t registered' }).waitFor();
    await workbench.contrastPictures("secrets-problems");
    await selectText(workbench, '"Bearer abc-123"');
    await offerQuickFix(workbench, "Move to Secret…");
    await workbench.pictures("secrets-fix");
    await page.keyboard.press("Enter");
    await quickInput.answer("Secret name", "authorization");
    await quickInput.question('Value for "authorization"');
    await quickInput.enter();
    await notifications.says('Moved to the secret "authorization"');
    await page.locator(".view-line", { hasText: "Bearer {{ secrets.sec_" }).first().waitFor();
    await workbench.pictures("secrets-moved");
  });

  it("come from an .env file, and say what was refused", async () => {
    const { workbench, sandbox } = stage;
    const { quickInput, notifications } = workbench;
    const { folder } = await sharedHosts();
    writeFileSync(
      join(folder, ".env"),
      'CLIENT_ID=1\nCLIENT_SECRET="two # 2"\nEMPTY=\nTHIRD=3\nCUT=ab#cd',
    );
    await register("THIRD", "3");
    await workbench.run("Supermetrics: Import Secrets from .env…");
    await quickInput.question("Select a file with secrets");
    await workbench.pictures("secrets-env-file");
    await quickInput.choose(".env");
    await quickInput.question("Select secrets to register");
    await workbench.pictures("secrets-env");
    await sandbox.fault({
      method: "POST",
      path: "/secrets$",
      skip: 1,
      status: 422,
      errorCode: "UNPROCESSABLE_ENTITY",
      errorMessage: "The value is too simple.",
    });
    // Only what the configuration uses is selected at first.
    await quickInput.items.filter({ hasText: "CLIENT_SECRET" }).click();
    await quickInput.enter();
    await quickInput.question("Import 2 secrets into");
    await workbench.pictures("secrets-env-confirm");
    await quickInput.enter();
    await notifications.says('Imported 1 of 2 secrets. Couldn\'t import "CLIENT_SECRET".');
    await workbench.pictures("secrets-env-refused");
    await notifications.press(" secrets.", "Retry");
    await quickInput.question("Select secrets to register");
    await quickInput.items.filter({ hasText: "CLIENT_SECRET" }).click();
    await quickInput.enter();
    await quickInput.answer("Import 1 secret into", "Import");
    await workbench.row("CLIENT_SECRET").waitFor();
  });

  it("come from the explorer, whose menu names the product, but from no code", async () => {
    const { workbench } = stage;
    const { page, quickInput } = workbench;
    const { folder } = await sharedHosts();
    const menuOf = async (name: string) => {
      await workbench.openMenu(workbench.row(name).first());
      await page.locator(".context-view .action-label", { hasText: "Copy Path" }).first().waitFor();
      return page.locator(".context-view").innerText();
    };
    await showFiles(workbench, folder, {
      ".env": "CLIENT_ID=1",
      "vite.env.d.ts": "declare const A: string;",
      "plain.json": "{}",
    });
    assert.doesNotMatch(await menuOf("vite.env.d.ts"), /Supermetrics/);
    await page.keyboard.press("Escape");
    assert.match(await menuOf(".env"), /^Supermetrics$/m);
    await workbench.openSubmenu("Supermetrics");
    await workbench.pictures("secrets-explorer-menu");
    await workbench.chooseFromMenu("Import Secrets into Supermetrics Connector…");
    await quickInput.question("Select secrets to register");
    await quickInput.cancel();
    await menuOf("plain.json");
    await workbench.openSubmenu("Supermetrics");
    await workbench.chooseFromMenu("Create Supermetrics Connector from File…");
    await quickInput.question("Connector name");
    assert.equal(await quickInput.input.inputValue(), "plain");
    await quickInput.cancel();
  });

  it("that cannot be listed say why, and are asked for again", async () => {
    const { workbench, sandbox } = stage;
    await sandbox.fault({ path: "/secrets$", status: 403, errorCode: "FORBIDDEN" });
    await expand();
    await workbench.row("Couldn't load secrets").waitFor();
    await workbench.pictures("secrets-problem");
    await workbench.clickRow("Couldn't load secrets");
    await workbench.row("No secrets").waitFor();
  });
});
