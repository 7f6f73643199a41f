import { assert } from "chai";
import * as vscode from "vscode";
import { schemaUrls } from "../../../src/features/schema/schemaNames";
import { boilerplate } from "../../sandbox/boilerplate";
import { after, edit, openOwn } from "../support/configurations";
import { itWithFolder, writeFile } from "../support/folder";
import { bySchema, completionsAt, followsSchema, reportType } from "../support/schema";
import { eventually, person, sandbox, startSignedIn } from "../support/stage";

describe("Schema that “$schema” names", () => {
  const wanted = 'Use Extension\'s Schema for "$schema" (User Settings)';
  const setting = () => vscode.workspace.getConfiguration().inspect("json.schemas")?.globalValue;
  const titlesAt = async (document: vscode.TextDocument, text: string) => {
    const at = after(document, text);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(at, at),
    );
    return actions.map(({ title }) => title);
  };
  const set = (value: unknown) =>
    vscode.workspace
      .getConfiguration()
      .update("json.schemas", value, vscode.ConfigurationTarget.Global);

  before(async () => {
    await startSignedIn();
    await vscode.commands.executeCommand("supermetrics.reloadSchema");
  });
  afterEach(async () => {
    await sandbox.clearFaults();
    await set(undefined);
  });

  for (const url of schemaUrls) {
    it(`counts once the person wants that, and when it has changed: ${url}`, async () => {
      await vscode.commands.executeCommand("supermetrics.useExtensionSchema");
      const named = reportType('"title": 1').replace("{", `{"$schema":"${url}",`);
      await followsSchema(await openOwn(named));
    });
  }

  it("is offered there, and nowhere else, until it is so", async () => {
    const [url] = schemaUrls;
    const document = await openOwn(`{"a":1,"$schema":"${url}"}`);
    assert.include(await titlesAt(document, '"$sch'), wanted);
    assert.notInclude(await titlesAt(document, '"a"'), wanted);
    await vscode.commands.executeCommand("supermetrics.useExtensionSchema");
    assert.notInclude(await titlesAt(document, '"$sch'), wanted);
    assert.notInclude(await titlesAt(await openOwn('{"$schema":"x:y"}'), '"$sch'), wanted);
  });

  it("leaves the person's other schemas alone, and goes when it is no longer wanted", async () => {
    const own = [{ fileMatch: ["/x.json"], url: "./x.json" }];
    await set(own);
    await vscode.commands.executeCommand("supermetrics.useExtensionSchema");
    assert.lengthOf(setting() as unknown[], 3);
    await vscode.commands.executeCommand("supermetrics.stopUsingExtensionSchema");
    assert.deepEqual(setting(), own);
  });

  it("keeps comments among the person's other schemas, through a renewal too", async () => {
    await set([{ fileMatch: ["/x.json"], url: "./x.json" }]);
    const file = await settingsFile();
    const read = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const commented = (await read()).replace('"/x.json"', '/* mine */ "/x.json" // and mine');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(commented));
    const using = vscode.commands.executeCommand("supermetrics.useExtensionSchema");
    if (vscode.env.remoteName !== undefined) {
      // There the editor alone can change the settings: the person is asked.
      const asked = "removes comments inside";
      await person({ pressOn: asked, button: "Copy Entries and Open Settings" });
      await using;
      assert.strictEqual(await read(), commented);
      assert.include(await vscode.env.clipboard.readText(), schemaUrls[0] ?? "");
      return;
    }
    await using;
    assert.lengthOf(setting() as unknown[], 3);
    assert.include(await read(), '/* mine */ "/x.json" // and mine');
    await vscode.commands.executeCommand("supermetrics.stopUsingExtensionSchema");
    assert.lengthOf(setting() as unknown[], 1);
    assert.strictEqual(await read(), commented);
  });

  it("is offered at once where VS Code may not download it", async function () {
    if (vscode.env.remoteName === undefined) {
      this.skip(); // in a browser alone it was offered before
    }
    const setDownloads = (isOn?: boolean) =>
      vscode.workspace
        .getConfiguration()
        .update("json.schemaDownload.enable", isOn, vscode.ConfigurationTarget.Global);
    await setDownloads(false);
    await openOwn(boilerplate);
    await person({
      waitForNotification: "might not be able to download",
      buttons: ["Use Extension's Schema"],
    });
    await setDownloads();
  });

  it("counts for what a new connector has, once the person wants that", async () => {
    const document = await openOwn(boilerplate);
    const isNamed = schemaUrls.some((url) => document.getText().includes(`"$schema": "${url}"`));
    assert.ok(isNamed, "or it would have the schema by its address");
    await vscode.commands.executeCommand("supermetrics.useExtensionSchema");
    await counts(document);
  });

  for (const [index, url] of schemaUrls.entries()) {
    itWithFolder(`counts for any JSON file, once the person wants that: ${url}`, async () => {
      const text = boilerplate.replace(/"\$schema": "[^"]*"/, `"$schema": "${url}"`);
      const uri = await writeFile(`plain${index}.json`, text);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      assert.strictEqual(document.languageId, "json");
      await vscode.commands.executeCommand("supermetrics.useExtensionSchema");
      await counts(document);
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await vscode.workspace.fs.delete(uri);
    });
  }
});

/** Where the editor has the user's settings. */
async function settingsFile(): Promise<vscode.Uri> {
  await vscode.commands.executeCommand("workbench.action.openSettingsJson");
  const uri = await eventually(() => {
    const active = vscode.window.activeTextEditor?.document.uri;
    return active?.path.endsWith("/settings.json") ? active : undefined;
  });
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  return uri;
}

/** The schema completes what stands in this configuration, and finds what is wrong in it and only that. */
async function counts(document: vscode.TextDocument): Promise<void> {
  const text = document.getText();
  await edit(document, text.replace('"method": "GET"', '"method": ""'));
  await eventually(async () =>
    (await completionsAt(document, after(document, '"method": "'))).includes('"DELETE"'),
  );
  await edit(document, text.replace('"title": "Bike stations"', '"title": 1'));
  await eventually(() => {
    const [found, ...others] = bySchema(document);
    return found?.includes('Expected "string"') && others.length === 0;
  });
  await edit(document, text);
  await eventually(() => (bySchema(document).length === 0 ? true : undefined));
  await vscode.commands.executeCommand("workbench.action.files.revert");
}
