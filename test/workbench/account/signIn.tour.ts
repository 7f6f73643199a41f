import assert from "node:assert/strict";
import { allRights, defaultKey, defaultTeam, otherTeam } from "../../sandbox";
import { useStage } from "../stage";
import { createConnector } from "../driver/flows";

describe("Sign In", () => {
  const stage = useStage();

  it("welcomes somebody who is signed out", async () => {
    const { workbench } = stage;
    await workbench.run("View: Show Supermetrics");
    await workbench.sidebar.getByText("Sign in with a Supermetrics API key").waitFor();
    await workbench.picture("welcome-signed-out");
    assert.equal(await workbench.status.count(), 0);
    assert.deepEqual(await stage.sandbox.requests(), []);
  });

  it("keeps the box of a rejected key open with the reason, and never shows a key again", async () => {
    const { workbench, sandbox } = stage;
    const { quickInput } = workbench;
    await workbench.run("Supermetrics: Sign In…");
    await quickInput.question("API key");
    await quickInput.type("päss");
    await quickInput.says("spaces or special characters");
    await quickInput.type("short");
    await quickInput.says('usually start with "api_"');
    await workbench.picture("sign-in-unusual-key");
    await quickInput.enter();

    await quickInput.question("Team ID");
    await quickInput.type("SM_HARBOUR1");
    await quickInput.says("display ID");
    await workbench.picture("sign-in-display-id");
    await quickInput.enter(` ${defaultTeam} `);

    await quickInput.says("didn't accept this API key");
    await workbench.picture("sign-in-rejected-key");
    assert.equal(await quickInput.input.inputValue(), "");
    assert.equal((await sandbox.requests()).filter(({ status }) => status === 401).length, 2);

    await quickInput.enter(defaultKey);
    await quickInput.question("Team ID");
    assert.equal(await quickInput.input.inputValue(), ` ${defaultTeam} `);
    await quickInput.back();
    await quickInput.question("API key");
    assert.equal(await quickInput.input.inputValue(), "");
    await quickInput.enter();
    await quickInput.answer("Team ID", defaultTeam);

    await workbench.status.waitFor();
    await workbench.run("View: Show Supermetrics");
    await workbench.row("Harbour Mail").waitFor();
    await workbench.picture("signed-in");
    assert.ok(!(await workbench.page.content()).includes(defaultKey));
  });

  it("stores a key that may create but not list, after asking", async () => {
    const { workbench, sandbox } = stage;
    const rights = allRights.filter((right) => right !== "cb_connectors_read");
    const key = `${defaultKey}2`;
    await sandbox.addKey({ key, teams: [defaultTeam], rights, state: "active" });
    await workbench.run("Supermetrics: Sign In…");
    await workbench.quickInput.answer("API key", key);
    await workbench.quickInput.answer("Team ID", defaultTeam);
    await workbench.quickInput.question("Couldn't check the API key");
    await workbench.picture("sign-in-may-not-list");
    await workbench.quickInput.choose("Save API key anyway");
    await workbench.run("View: Show Supermetrics");
    await workbench.row("Couldn't load connectors").waitFor();
    await workbench.row("Retry").waitFor();
    await createConnector(workbench, "Created all the same");
    await workbench.selectedRow("Created all the same").waitFor();
    await workbench.row("Couldn't load connectors").waitFor();
    await workbench.picture("tree-forbidden");
  });

  it("selects another team, offers the recent ones, and signs out", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.row("Harbour Mail").waitFor();
    await workbench.run("Supermetrics: Select Team…");
    await workbench.quickInput.question("Select a team");
    await workbench.picture("select-team");
    await workbench.quickInput.choose("Enter a team ID…");
    await workbench.quickInput.answer("Team ID", otherTeam);
    await workbench.sidebar.getByText("This team has no connectors yet").waitFor();
    await workbench.picture("welcome-none");

    await workbench.run("Supermetrics: Sign Out");
    await workbench.sidebar.getByText("Sign in with a Supermetrics API key").waitFor();
    await workbench.status.waitFor({ state: "hidden" });
  });

  it("says that the service cannot be reached, and leaves the choice", async () => {
    const { workbench, sandbox } = stage;
    await sandbox.fault({ times: 0, reset: true });
    await workbench.run("Supermetrics: Sign In…");
    await workbench.quickInput.answer("API key", defaultKey);
    await workbench.quickInput.answer("Team ID", defaultTeam);
    await workbench.quickInput.question("Couldn't check the API key");
    await workbench.picture("sign-in-unreachable");
    await sandbox.clearFaults();
    await workbench.quickInput.choose("Retry");
    await workbench.status.waitFor();
  });
});
