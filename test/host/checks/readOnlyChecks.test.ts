import { assert } from "chai";
import * as vscode from "vscode";
import { eventually, startOver } from "../support/stage";

const configuration = '{"reporting":{"reportTypes":[{"id":"a b","fields":[{"id":"c"}]}]}}';

/** Has a configuration under every name, as the source control has those that were committed. */
class Committed implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = () => new vscode.Disposable(() => undefined);
  stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: configuration.length });
  readFile = () => new TextEncoder().encode(configuration);
  readDirectory = () => [];
  createDirectory = () => undefined;
  writeFile = () => undefined;
  delete = () => undefined;
  rename = () => undefined;
}

describe("Checks of a file", () => {
  const registered: vscode.Disposable[] = [];
  before(() => {
    const { workspace } = vscode;
    registered.push(
      workspace.registerFileSystemProvider("committed", new Committed(), { isReadonly: true }),
      workspace.registerFileSystemProvider("written", new Committed()),
    );
  });
  beforeEach(startOver);
  after(() => vscode.Disposable.from(...registered).dispose());

  it("are made where it can be mended, and not again in what it was before", async () => {
    const [committed, written] = ["committed", "written"].map((scheme) =>
      vscode.Uri.from({ scheme, path: "/Mail.connector.json" }),
    );
    assert.ok(committed && written);
    await vscode.workspace.openTextDocument(committed);
    await vscode.workspace.openTextDocument(written);
    const ours = (uri: vscode.Uri) =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Supermetrics");
    await eventually(() => ours(written).length > 0);
    assert.deepStrictEqual(ours(committed), []);
  });
});
