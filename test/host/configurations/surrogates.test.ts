import { assert } from "chai";
import * as vscode from "vscode";
import { edit, openOwn, published, saved } from "../support/configurations";
import { publishesWithoutAsking, requestedMethods, startSignedIn } from "../support/stage";

describe("A character that no encoding can carry", () => {
  publishesWithoutAsking();
  beforeEach(startSignedIn);

  for (const was of ["\ufffd", "\\ud801"]) {
    it(`is published where it was typed in place of ${JSON.stringify(was)}, by a save and by command`, async () => {
      for (const publish of [
        (document: vscode.TextDocument) => saved(document),
        ({ uri }: vscode.TextDocument) =>
          vscode.commands.executeCommand("supermetrics.publish", uri),
      ]) {
        const document = await openOwn(`{"a":"${was}"}`);
        await edit(document, '{"a":"\ud800"}');
        await publish(document);
        assert.isFalse(document.isDirty);
        assert.strictEqual(await published(), '{"a":"\\ud800"}');
        assert.deepStrictEqual(await requestedMethods(), ["GET", "PUT", "GET"]);
      }
    });
  }
});
