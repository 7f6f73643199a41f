import { assert } from "chai";
import * as vscode from "vscode";
import { configurationWithIds } from "../../unit/support/configurationWithIds";
import { after, edit, openOwn } from "../support/configurations";
import { itWithFolder, writeFile } from "../support/folder";
import { eventually, startSignedIn } from "../support/stage";

async function labelsBehind(document: vscode.TextDocument, text: string): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    after(document, text),
  );
  return items
    .filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
    .map(({ label }) => (typeof label === "string" ? label : label.label).replaceAll('"', ""));
}

const inType = (members: string) => `{"reporting":{"reportTypes":[{"id":"a",${members}}]}}`;

describe("Values", () => {
  before(async () => {
    await startSignedIn();
    await vscode.commands.executeCommand("supermetrics.reloadSchema");
  });
  afterEach(() => vscode.commands.executeCommand("workbench.action.files.revert"));

  it("are offered where the schema has none, and once where it has some", async () => {
    const document = await openOwn(inType('"request":{"method":""},"fields":[{"dataType":""}]'));
    const methods = await eventually(async () => {
      const found = await labelsBehind(document, '"method": "');
      return found.includes("DELETE") ? found : undefined;
    });
    assert.deepEqual(methods.toSorted(), ["DELETE", "GET", "POST", "PUT"]);
    const types = await labelsBehind(document, '"dataType": "');
    assert.includeMembers(types, ["string.text.value", "bool"]);
    assert.lengthOf(types, new Set(types).size);
  });

  it("are the IDs that may stand there, while the text is being typed", async () => {
    const document = await openOwn(configurationWithIds);
    const [typed = ""] = configurationWithIds.split('days",\n              "type');
    await edit(document, typed);
    assert.deepEqual(await labelsBehind(document, '"reportTypeId": "'), ["days", "weeks"]);
  });

  itWithFolder("are offered in files as well", async () => {
    const uri = await writeFile("values.connector.json", configurationWithIds);
    const { document } = await vscode.window.showTextDocument(uri);
    const found = await labelsBehind(
      document,
      '"accessToken": { "source": "userInput", "value": "',
    );
    assert.includeMembers(found, ["token", "unused"]);
  });

  it("and keys are explained on hover", async () => {
    const document = await openOwn('{"defaultResponseHandler":{"retry":{"delayType":"exp"}}}');
    const hoverAt = async (text: string) => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        after(document, text),
      );
      return hovers.flatMap(({ contents }) => contents.map((one) => Object(one).value)).join();
    };
    assert.include(await hoverAt('"ret'), "likely");
    assert.include(await hoverAt('"ex'), "Doubles");
  });
});
