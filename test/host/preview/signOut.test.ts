import { assert } from "chai";
import * as vscode from "vscode";
import { sourceConfiguration } from "../../source/configuration";
import { openOwn } from "../support/configurations";
import { usePreviews } from "../support/previews";
import { sourceOrigin, sourceRequests } from "../support/source";
import { eventually, person, sandbox, signOut, startSignedIn } from "../support/stage";
import { otherTeam } from "../../sandbox/seed";

const slowAccounts = (milliseconds: number) =>
  sourceConfiguration(sourceOrigin).replace(
    `${sourceOrigin}/accounts"`,
    `${sourceOrigin}/slow?ms=${milliseconds}"`,
  );

describe("A preview under way", () => {
  beforeEach(async () => {
    await startSignedIn();
    await sourceRequests("DELETE");
  });
  const isAsked = async () => (await sourceRequests()).length > 0;

  it("ends with the sign-out: its rows aren't shown, and nothing of it is kept", async () => {
    const { preview, forget, memory, shown, kept, secrets } = usePreviews();
    const document = await openOwn(slowAccounts(60_000));
    const previewing = preview(document, "accounts 0", sourceOrigin);
    await person({ answer: "typed-token-4711", to: "Access token" });
    await eventually(isAsked);
    await forget();
    await previewing;
    assert.deepEqual([shown, memory.isEmpty, [...secrets]], [[], true, []]);
    assert.notInclude(kept(), "typed-token-4711");
  });

  it("keeps nothing that is typed after the sign-out, and sends nothing", async () => {
    const { preview, forget, kept, secrets } = usePreviews();
    const document = await openOwn(slowAccounts(10));
    const previewing = preview(document, "accounts 0", sourceOrigin);
    await person({ waitForQuestion: "Access token" });
    await forget();
    await person({ answer: "typed-token-4711", to: "Access token" });
    await previewing;
    assert.deepEqual([[...secrets], await sourceRequests()], [[], []]);
    assert.notInclude(kept(), sourceOrigin);
  });

  it("goes on when another team is selected: it is the document's, and asks Supermetrics nothing", async () => {
    const { preview, shown } = usePreviews();
    const document = await openOwn(slowAccounts(3000));
    const previewing = preview(document, "accounts 0", sourceOrigin);
    await person({ answer: "typed-token-4711", to: "Access token" });
    await eventually(isAsked);
    await vscode.workspace
      .getConfiguration()
      .update("supermetrics.teamId", otherTeam, vscode.ConfigurationTarget.Global);
    try {
      await previewing;
      assert.deepEqual(
        shown.map(({ document: uri }) => uri),
        [document.uri.toString()],
      );
      const asked = (await sandbox.requests()).filter(({ path }) => /\/(query|ds)\//.test(path));
      assert.deepEqual(asked, []);
    } finally {
      await signOut();
    }
  });
});
