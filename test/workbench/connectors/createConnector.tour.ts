import assert from "node:assert/strict";
import { defaultKey, defaultTeam } from "../../sandbox";
import { useStage } from "../stage";
import { createConnector } from "../driver/flows";

describe("Create Connector", () => {
  const stage = useStage();

  it("asks, creates, reveals and opens, with the keyboard alone", async () => {
    const { workbench } = stage;
    const { quickInput } = workbench;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.row("Harbour Mail").waitFor();
    await workbench.run("Supermetrics: Create Connector…");

    await quickInput.question("Connector name");
    await quickInput.type("   ");
    await quickInput.says("Enter a name");
    await quickInput.type("🚲".repeat(250));
    await quickInput.says("5 characters left");
    await quickInput.enter("Bike counters 🚲");
    await quickInput.question("Description");
    await workbench.pictures("create-description");
    await quickInput.type("All counters, by hour");
    await quickInput.back();
    await quickInput.question("Connector name");
    assert.equal(await quickInput.input.inputValue(), "Bike counters 🚲");
    await quickInput.enter();
    await quickInput.question("Description");
    assert.equal(await quickInput.input.inputValue(), "All counters, by hour");
    assert.match(await quickInput.title(), /\(2\/3\)/);
    await quickInput.enter();
    await quickInput.question("Start from");
    await quickInput.items.filter({ hasText: "Harbour Mail" }).waitFor();
    await workbench.pictures("create-start-from");
    await quickInput.choose("Default configuration");

    await workbench.tabOf("Bike counters 🚲").waitFor();
    await workbench.selectedRow("Bike counters").waitFor();
    const text = await workbench.editorText();
    assert.match(text, /"label": "Station name – café"/);
    await workbench.notifications.none();
    await workbench.pictures("created");
  });

  it("duplicates from the tree's context menu, with a name suggested", async () => {
    const { workbench, sandbox } = stage;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.clickRow("Äpfel & Birnen");
    await workbench.tabOf("Äpfel & Birnen").waitFor();
    // The tab is there before its editor takes the focus, which would close the menu.
    await workbench.editorText();
    await workbench.editorFocused();
    await workbench.openMenu(workbench.row("Äpfel & Birnen"));
    await workbench.pictures("context-menu");
    await workbench.chooseFromMenu("Duplicate Connector…");

    await workbench.quickInput.question("Connector name");
    assert.equal(await workbench.quickInput.input.inputValue(), "Äpfel & Birnen (copy)");
    await workbench.quickInput.enter();
    await workbench.quickInput.question("Description");
    assert.match(await workbench.quickInput.title(), /Duplicate Connector/);
    const description = await workbench.quickInput.input.inputValue();
    assert.equal(description, "Numbers that must not change");
    await workbench.pictures("duplicate");
    await workbench.quickInput.enter();

    await workbench.tabOf("Äpfel & Birnen (copy)").waitFor();
    await workbench.notifications.says("secrets and logo");
    assert.match(await workbench.editorText(), /"big": 12345678901234567890/);
    await workbench.pictures("duplicated");
    const posts = (await sandbox.requests()).filter(({ method }) => method === "POST");
    assert.deepEqual(
      posts.map(({ body }) => new URLSearchParams(body).get("connector_identifier")),
      ["NUM83"],
    );
  });
});

describe("Create Connector, interrupted", () => {
  const stage = useStage();

  it("gives up silently on Escape, and starts empty afterwards", async () => {
    const { workbench, sandbox } = stage;
    await stage.signIn();
    await workbench.run("Supermetrics: Create Connector…");
    await workbench.quickInput.answer("Connector name", "Never mind");
    await workbench.quickInput.question("Description");
    await workbench.quickInput.cancel();
    await workbench.run("Supermetrics: Create Connector…");
    await workbench.quickInput.question("Connector name");
    assert.equal(await workbench.quickInput.input.inputValue(), "");
    assert.ok((await sandbox.requests()).every(({ method }) => method === "GET"));
  });

  it("asks for an identifier, and takes the flow up where a missing one was refused", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await createConnector(workbench, "Copy of something", "Enter identifier…");
    await workbench.quickInput.question("Identifier");
    await workbench.quickInput.type("not valid!");
    await workbench.quickInput.says("1 to 100 letters");
    await workbench.quickInput.enter("GONE1");
    await workbench.notifications.says("Select another one");
    await workbench.picture("refused-source-missing");
    await workbench.notifications.press("Select another one", "Retry");
    await workbench.quickInput.question("Identifier");
    assert.equal(await workbench.quickInput.input.inputValue(), "GONE1");
    await workbench.quickInput.enter("T3S70");
    await workbench.tabOf("Copy of something").waitFor();
  });

  it("keeps what was typed through a reload of the window", async () => {
    const { workbench, sandbox } = stage;
    await stage.signIn();
    await workbench.run("Supermetrics: Create Connector…");
    await workbench.quickInput.answer("Connector name", "Half a connector");
    await workbench.quickInput.question("Description");
    await workbench.quickInput.type("half a description");
    await workbench.leave();
    await workbench.reload();
    await stage.signIn();
    await workbench.run("Supermetrics: Create Connector…");
    await workbench.quickInput.question("Connector name");
    assert.equal(await workbench.quickInput.input.inputValue(), "Half a connector");
    await workbench.quickInput.enter();
    await workbench.quickInput.question("Description");
    assert.equal(await workbench.quickInput.input.inputValue(), "half a description");
    await workbench.quickInput.cancel();
    assert.equal((await sandbox.requests()).filter(({ method }) => method === "POST").length, 0);
  });

  it("signs in first when nobody is signed in, and goes on", async () => {
    const { workbench } = stage;
    await workbench.run("Supermetrics: Create Connector…");
    await workbench.quickInput.answer("API key", defaultKey);
    await workbench.quickInput.answer("Team ID", defaultTeam);
    await workbench.quickInput.answer("Connector name", "First of all");
    await workbench.quickInput.answer("Description", "");
    await workbench.quickInput.question("Start from");
    await workbench.quickInput.choose("Default configuration");
    await workbench.tabOf("First of all").waitFor();
  });
});
