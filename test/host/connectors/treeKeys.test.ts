import { assert } from "chai";
import * as vscode from "vscode";
import { person, requestedMethods, startSignedIn } from "../support/stage";

describe("A key of the connectors' tree", () => {
  beforeEach(async () => {
    await startSignedIn();
    await vscode.commands.executeCommand("supermetrics.connectors.focus");
    await person({ waitForRow: "Harbour Mail" });
    await vscode.commands.executeCommand("list.focusFirst");
    await vscode.commands.executeCommand("list.focusDown");
  });

  /** As the editor calls a command that has a key, while it draws the rows anew and knows none. */
  const pressedWhileDrawn = (command: string) =>
    vscode.commands.executeCommand(`supermetrics.${command}`, [undefined]);

  it("is for the row that has the focus, while the list is refreshed too", async () => {
    for (const refreshes of [false, true]) {
      const refreshed = refreshes
        ? vscode.commands.executeCommand("supermetrics.refresh")
        : undefined;
      const renaming = pressedWhileDrawn("rename");
      await person({ waitForQuestion: "Rename Bikes" }, { press: "Escape" });
      await Promise.all([renaming, refreshed]);
    }
  });

  it("does nothing on a row that is no connector's", async () => {
    for (const command of ["rename", "deleteConnector"]) {
      await vscode.commands.executeCommand(`supermetrics.${command}`, [{ kind: "retry" }]);
    }
    assert.deepStrictEqual(await requestedMethods(), []);
  });
});
