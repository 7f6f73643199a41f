import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { jpeg, png } from "../../unit/support/images";
import { describeWithFolder, writeFile } from "../support/folder";
import { eventually, person, requestedMethods, sandbox, startSignedIn } from "../support/stage";

describeWithFolder("A connector's logo", () => {
  const connector = { identifier: "B1K3S", name: "Bikes / Räder 🚲" };
  const node = { kind: "connector", connector };
  const files: vscode.Uri[] = [];

  before(startSignedIn);
  beforeEach(async () => {
    await sandbox.reset();
    await sandbox.clearRequests();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await Promise.all(files.splice(0).map((file) => vscode.workspace.fs.delete(file)));
  });

  async function upload(name: string, bytes: Uint8Array): Promise<{ done: Thenable<unknown> }> {
    const file = await writeFile(name, bytes);
    files.push(file);
    return { done: vscode.commands.executeCommand("supermetrics.uploadLogo", node, file) };
  }

  const confirm = () => person({ choose: "Upload", from: "Upload this logo" });
  /** Confirms it, and waits for the end. A preview that is still loading would take the next keys. */
  const confirmed = async ({ done }: { done: Thenable<unknown> }) => {
    await confirm();
    await done;
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  };
  const previewed = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) => (input instanceof vscode.TabInputCustom ? [input] : []))
      .map(({ viewType, uri }) => `${viewType} ${uri.path.split("/").at(-1)}`);

  for (const [name, bytes, type] of [
    ["logo.png", png(), "image/png"],
    ["logo of another name.txt", jpeg, "image/jpeg"],
  ] as const) {
    it(`is shown, confirmed and sent once, from ${name}`, async () => {
      const { done } = await upload(name, bytes);
      await eventually(() => previewed().includes(`imagePreview.previewEditor ${name}`));
      assert.deepStrictEqual(await requestedMethods(), []);
      await confirm();
      await done;
      const [{ method, path, body } = assert.fail("nothing was sent"), ...others] =
        await sandbox.requests();
      assert.deepStrictEqual(others, []);
      assert.match(`${method} ${path}`, /^POST .*\/connectors\/B1K3S\/logo$/);
      assert.match(body, /Content-Disposition: form-data; name="logo"; filename=/i);
      assert.include(body, `Content-Type: ${type}`);
    });
  }

  it("is another file when the person prefers that", async () => {
    const other = await writeFile("other.jpg", jpeg);
    files.push(other);
    const { done } = await upload("logo.png", png());
    await person(
      { choose: "Select Another", from: "Upload this logo" },
      { file: other.path, to: "Logo of Bikes" },
      { choose: "Upload", from: "Upload this logo" },
    );
    await done;
    assert.include((await sandbox.requests())[0]?.body ?? "", "Content-Type: image/jpeg");
  });

  it("is not sent when the person cancels", async () => {
    const { done } = await upload("logo.png", png());
    let isDone = false;
    void done.then(() => (isDone = true));
    await eventually(() => previewed().length);
    await eventually(async () => {
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      return isDone;
    });
    assert.deepStrictEqual(await requestedMethods(), []);
  });

  it("is refused before anything is sent when it is none", async () => {
    const { done } = await upload("picture.png", new TextEncoder().encode("GIF89a, really"));
    await person({ waitForNotification: "This is a GIF image. Logos must be PNG or JPEG images." });
    await done;
    const large = await upload("large.png", new Uint8Array(5_000_001));
    await person({ waitForNotification: "Logos can't be larger than 5 MB" });
    await large.done;
    assert.deepStrictEqual(await requestedMethods(), []);
  });

  for (const [status, errorCode, says] of [
    [413, "PAYLOAD_TOO_LARGE", "Send less data"],
    [415, "UNSUPPORTED_MEDIA_TYPE", "doesn't accept this type of data"],
    [400, "BAD_REQUEST", "Couldn't upload"],
    [403, "FORBIDDEN", "Required permission: cb_logo_write"],
  ] as const) {
    it(`says why the service refuses it with ${status}`, async () => {
      await sandbox.fault({ method: "POST", path: "/logo$", status, errorCode });
      await confirmed(await upload("logo.png", png()));
      await person({ waitForNotification: says });
      assert.deepStrictEqual(await requestedMethods(), ["POST"]);
    });
  }

  it("is not sent again when the answer is lost, and can be looked at", async () => {
    await sandbox.fault({ method: "POST", path: "/logo$", status: 502, body: "<html></html>" });
    await confirmed(await upload("logo.png", png()));
    assert.deepStrictEqual(await requestedMethods(), ["POST"]);
    await person({ pressOn: "Couldn't confirm that the logo", button: "Open Logo" });
    await eventually(async () => (await requestedMethods()).join() === "POST,GET");
    await person({ run: "Notifications: Clear All Notifications" });
  });

  it("belongs to a connector that still exists", async () => {
    await sandbox.removeConnector(defaultTeam, connector.identifier);
    await confirmed(await upload("logo.png", png()));
    await person({ waitForNotification: "no longer exists" });
  });
});
