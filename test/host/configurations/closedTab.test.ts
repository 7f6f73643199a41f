import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { edit, openOwn, own, published, saved } from "../support/configurations";
import {
  eventually,
  publishesWithoutAsking,
  requestedMethods,
  sandbox,
  startSignedIn,
} from "../support/stage";

describe("Publishing from a tab that is closed meanwhile", () => {
  publishesWithoutAsking();
  beforeEach(startSignedIn);

  for (const [how, theirs] of [
    ["is published", undefined],
    ["is in conflict", '{"theirs":1}'],
  ] as const) {
    it(`ends without a fault where it ${how}`, async () => {
      const document = await openOwn();
      await edit(document, '{"by":"command"}');
      if (theirs) {
        await sandbox.changeConnector(defaultTeam, own(), { configurationText: theirs });
      }
      await sandbox.fault({ method: "GET", delayMs: 1500 });
      const publishing = vscode.commands.executeCommand("supermetrics.publish", document.uri);
      await eventually(async () => (await requestedMethods()).includes("GET"));
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await publishing;
      assert.strictEqual(await published(), theirs ?? '{"by":"command"}');
      const { document: again } = await vscode.window.showTextDocument(document.uri);
      const now = JSON.stringify(JSON.parse(await published()));
      await eventually(() => JSON.stringify(JSON.parse(again.getText())) === now);
      await edit(again, '{"next":1}');
      assert.isTrue(await saved(again), "no conflict is left");
    });
  }
});
