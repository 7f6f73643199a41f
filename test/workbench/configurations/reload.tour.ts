import assert from "node:assert/strict";
import { defaultTeam, otherTeam } from "../../sandbox/seed";
import { useStage } from "../stage";
import { createConnector, openHarbourMail, typeLine } from "../driver/flows";

describe("A configuration's tab", () => {
  const stage = useStage();

  it("is read-only while nobody is signed in, and offers to sign in", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await openHarbourMail(workbench);
    await workbench.run("Supermetrics: Sign Out");
    await workbench.titleAction("Sign In…").waitFor();
    // The editor takes over that a file is read-only in its own time.
    await workbench.lock.waitFor();
    await workbench.focusEditor();
    await workbench.page.keyboard.type("x");
    await workbench.page.locator(".monaco-editor-overlaymessage").waitFor();
    await workbench.picture("read-only");
    await stage.signIn();
    await workbench.titleAction("Publish Configuration").waitFor();
    await typeLine(workbench, '"now": 1,');
    assert.match(await workbench.editorText(), /"now": 1,/);
  });

  it("of another team says whose it is, is read-only, and offers to switch to that team", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await openHarbourMail(workbench);
    await workbench.run("Supermetrics: Select Team…");
    await workbench.quickInput.question("Select a team");
    await workbench.quickInput.choose("Enter a team ID…");
    await workbench.quickInput.answer("Team ID", otherTeam);
    await workbench.titleAction("Switch to Configuration's Team").waitFor();
    await workbench.lock.waitFor();
    await workbench.page.locator('[id="status.languageStatus"]').hover();
    const says = workbench.page.getByText("Read-only: belongs to team Harbour Agency");
    await says.waitFor();
    await workbench.picture("other-team");
    await workbench.titleAction("Switch to Configuration's Team").click();
    await workbench.titleAction("Publish Configuration").waitFor();
    await workbench.lock.waitFor({ state: "detached" });
  });

  it("survives a reload: it shows what is kept, read-only, and can be edited after the sign-in", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.openRow("Äpfel & Birnen");
    assert.match(await workbench.editorText(), /12345678901234567890/);
    await workbench.leave();
    await workbench.reload();
    await workbench.tabOf("Äpfel & Birnen").waitFor();
    assert.match(await workbench.editorText(), /12345678901234567890/);
    await workbench.titleAction("Sign In…").waitFor();
    await workbench.lock.waitFor();
    await workbench.picture("reloaded-signed-out");
    await stage.signIn();
    await workbench.lock.waitFor({ state: "detached" });
    assert.match(await workbench.editorText(), /12345678901234567890/);
    await typeLine(workbench, '"now": 1,');
    await workbench.picture("reloaded-signed-in");
  });

  it("that came back in the background is the one that opens, though its connector was renamed", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.openRow("Harbour Mail");
    await workbench.tabOf("Harbour Mail").waitFor();
    await workbench.run("View: Keep Editor");
    await workbench.openRow("Äpfel & Birnen");
    await workbench.tabOf("Äpfel & Birnen").waitFor();
    await workbench.leave();
    await workbench.reload();
    await workbench.tabOf("Harbour Mail").waitFor();
    await stage.sandbox.changeConnector(defaultTeam, "T3S70", { name: "Port Mail" });
    await stage.signIn();
    await workbench.run("Supermetrics: Refresh");
    await workbench.run("View: Show Supermetrics");
    await workbench.clickRow("Port Mail");
    await workbench.page.locator(".tab.active", { hasText: "Harbour Mail" }).waitFor();
    assert.equal(await workbench.tabOf("Port Mail").count(), 0);
  });

  it("opens in two windows", async () => {
    const { workbench } = stage;
    await stage.signIn();
    const second = await stage.secondWindow();
    await stage.signIn(second);
    for (const window of [workbench, second]) {
      await window.run("View: Show Supermetrics");
      await window.clickRow("Harbour Mail");
      await window.tabOf("Harbour Mail").waitFor();
    }
    await createConnector(second, "From the second");
    await second.tabOf("From the second").waitFor();
    await workbench.run("Supermetrics: Refresh");
    await workbench.row("From the second").waitFor();
  });
});
