import assert from "node:assert/strict";
import { defaultTeam } from "../../sandbox";
import type { Fault } from "../../sandbox/model";
import { useStage } from "../stage";
import { createConnector } from "../driver/flows";

describe("Create Connector, with its answer lost", () => {
  const stage = useStage();

  const createWith = async (fault: Fault) => {
    const { workbench, sandbox } = stage;
    await stage.signIn();
    await sandbox.fault({ method: "POST", ...fault });
    await workbench.run("Supermetrics: Create Connector…");
    await workbench.quickInput.answer("Connector name", "Perhaps");
    await workbench.quickInput.answer("Description", "Typed with care");
    await workbench.quickInput.question("Start from");
    await workbench.quickInput.choose("Default configuration");
  };
  const posts = async () => (await stage.sandbox.requests()).filter((one) => one.method === "POST");

  it("finds the connector that was created, and opens it", async () => {
    const { workbench } = stage;
    await createWith({ apply: true, reset: true });
    await workbench.notifications.says('"Perhaps" was created (');
    await workbench.picture("lost-found");
    await workbench.notifications.press("although the connection broke", "Open");
    await workbench.tabOf("Perhaps").waitFor();
    assert.equal((await posts()).length, 1);
  });

  it("says that there is none, and tries again with everything filled in", async () => {
    const { workbench } = stage;
    await createWith({ status: 502, body: "<html>Bad gateway</html>" });
    const verdict = "isn't in the list of connectors";
    await workbench.notifications.says("HTTP 502");
    assert.deepEqual(await workbench.notifications.buttons(verdict), [
      "Retry",
      "Check Again",
      "Copy Request ID",
      "Show Extension Log",
    ]);
    await workbench.picture("lost-not-found");
    await workbench.notifications.press(verdict, "Retry");
    await workbench.quickInput.question("Start from");
    await workbench.quickInput.back();
    await workbench.quickInput.question("Description");
    assert.equal(await workbench.quickInput.input.inputValue(), "Typed with care");
    await workbench.quickInput.enter();
    await workbench.quickInput.question("Start from");
    await workbench.quickInput.enter();
    await workbench.tabOf("Perhaps").waitFor();
    assert.equal((await posts()).length, 2);
  });

  it("looks for it after a cancel that came too late", async () => {
    const { workbench } = stage;
    await createWith({ answerDelayMs: 20_000 });
    await workbench.notifications.press('Creating "', "Cancel");
    await workbench.notifications.says('"Perhaps" was created (');
    await workbench.picture("lost-cancelled");
    assert.equal((await posts()).length, 1);
  });

  it("does not guess where the list cannot be read either", async () => {
    const { workbench, sandbox } = stage;
    await createWith({ apply: true, truncate: 10 });
    await workbench.notifications.says("although the connection broke");
    await workbench.notifications.clear();

    await sandbox.fault({ method: "POST", apply: true, reset: true });
    await sandbox.fault({ method: "GET", path: "/connectors$", status: 500, errorCode: "DOWN" });
    await createConnector(workbench, "Perhaps");
    await workbench.notifications.says("Couldn't check whether");
    await workbench.picture("lost-unknown");
    await workbench.notifications.press("Couldn't check whether", "Check Again");
    await workbench.notifications.says("although the connection broke");
    assert.equal((await posts()).length, 2);
    assert.match((await posts())[0]?.path ?? "", new RegExp(defaultTeam));
  });
});
