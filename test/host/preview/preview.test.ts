import { assert } from "chai";
import * as vscode from "vscode";
import { sourceConfiguration } from "../../source/configuration";
import { edit, openOwn } from "../support/configurations";
import { at, itWithFolder, writeFile } from "../support/folder";
import { completionsAt } from "../support/schema";
import { sourceOrigin, sourceRequests } from "../support/source";
import { eventually, person, sandbox, signOut, startSignedIn } from "../support/stage";

const days = [
  { day: "2026-01-01", campaign: { name: "Spring" }, opens: 3, revenue: 1.5 },
  { day: "01.02.2026", campaign: { name: "Summer" }, opens: 4, revenue: 2 },
];

describe("A preview", () => {
  beforeEach(async () => {
    await startSignedIn();
    await sourceRequests("DELETE");
  });
  const open = () => openOwn(sourceConfiguration(sourceOrigin));
  const lenses = async (document: vscode.TextDocument) => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      20,
    );
    return found.filter(({ command }) => command?.command === "supermetrics.previewReportType");
  };
  const problems = (document: vscode.TextDocument) =>
    vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ message }) => message.includes("(preview of"))
      .map(
        ({ message, range }) => `${document.getText(range)} ${message.replace(/ \(preview.*/, "")}`,
      );
  const saved = async () => {
    const file = await writeFile("Days.response.json", JSON.stringify({ days, token: "abc123" }));
    return { file, remove: () => vscode.workspace.fs.delete(file) };
  };
  const previewSaved = async (document: vscode.TextDocument, file: vscode.Uri) => {
    const previewing = vscode.commands.executeCommand(
      "supermetrics.previewSavedResponse",
      document.uri,
      "reportType newsletter_days",
    );
    const isFound = await vscode.workspace.findFiles("**/Days.response.json").then(
      ({ length }) => length > 0,
      () => false, // some servers come without the program that finds files
    );
    await person(
      isFound
        ? { choose: "Days.response.json", from: "File with the response" }
        : { file: file.path, to: "Select a saved response" },
    );
    await previewing;
  };

  it("is offered above each request, also of edits that aren't published", async () => {
    const document = await open();
    const ids = (
      await eventually(async () => {
        const found = await lenses(document);
        return found.length > 0 ? found : undefined;
      })
    ).map(({ command }) => String(command?.arguments?.[1]));
    assert.deepEqual(ids, [
      "validation",
      "user",
      "accounts 0",
      "reportType newsletter_days",
      "reportType visits",
    ]);
    await edit(document, document.getText().replace('"visits"', '"hours"'));
    await eventually(async () =>
      (await lenses(document)).some(
        ({ command }) => command?.arguments?.[1] === "reportType hours",
      ),
    );
  });

  it("sends nothing until the person has agreed to the host", async () => {
    const document = await open();
    // A host that runs tests shows no modal dialogs, which counts as Cancel.
    await vscode.commands.executeCommand(
      "supermetrics.previewReportType",
      document.uri,
      "reportType visits",
    );
    assert.deepEqual(await sourceRequests(), []);
    assert.deepEqual(await sandbox.requests(), []);
  });

  itWithFolder("of a saved response works without any request, and helps to write", async () => {
    const { file, remove } = await saved();
    try {
      const text = sourceConfiguration(sourceOrigin).replace('"$.opens"', '"$.open"');
      const document = await openOwn(text);
      await previewSaved(document, file);
      assert.deepEqual(await sourceRequests(), []);
      assert.deepEqual(await sandbox.requests(), []);

      await eventually(() => problems(document).length === 2);
      assert.deepEqual(problems(document), [
        '"string.time.date" 1 of 2 values aren\'t dates like 2026-01-31: "01.02.2026"',
        '"$.open" The path found nothing in any of the 2 rows.',
      ]);

      const path = document.positionAt(document.getText().indexOf('"$.open"') + 3);
      assert.includeMembers(await completionsAt(document, path), ["$.opens", "$.campaign.name"]);
      const day = document.positionAt(document.getText().indexOf('"$.day"') + 3);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        day,
      );
      const words = hovers.flatMap(({ contents }) =>
        contents.map((one) => (typeof one === "string" ? one : one.value)),
      );
      assert.ok(words.some((one) => /2.*of.*2.*rows/.test(one) && one.includes("2026-01-01")));

      await edit(document, document.getText().replace('"$.open"', '"$.opens"'));
      await eventually(() => problems(document).length === 1);
    } finally {
      await remove();
    }
  });

  it("gives fields for a response, in one edit that is undone in one", async () => {
    const document = await open();
    const text = document.getText();
    await vscode.env.clipboard.writeText('{"days":[{"clickRate":0.5},{"clickRate":1}]}');
    const adding = vscode.commands.executeCommand(
      "supermetrics.addFieldsFromResponse",
      document.uri,
      "reportType newsletter_days",
    );
    await person(
      { choose: "Clipboard", from: "Response to take the fields from" },
      { accept: "Fields to add" },
    );
    await adding;
    const { fields } = JSON.parse(document.getText()).reporting.reportTypes[0];
    assert.deepEqual(fields.at(-1), {
      id: "click_rate",
      label: "Click rate",
      dataType: "float.number.value",
      value: { source: "jsonPath", value: "$.clickRate" },
    });
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), text);
  });

  itWithFolder("of a file asks for its connector's values, and forgets them", async () => {
    const file = await writeFile("Previewed.connector.json", sourceConfiguration(sourceOrigin));
    try {
      await vscode.window.showTextDocument(file);
      const changing = vscode.commands.executeCommand(
        "supermetrics.changeTestValues",
        file,
        "accounts 0",
      );
      await person({ answer: "typed-token-4711", to: "Access token" });
      await changing;
      const again = vscode.commands.executeCommand(
        "supermetrics.previewReportType",
        file,
        "accounts 0",
      );
      await again; // asks for nothing but the host, which no test can agree to
      await vscode.commands.executeCommand("supermetrics.forgetTestValues", file);
      const asked = vscode.commands.executeCommand(
        "supermetrics.previewReportType",
        file,
        "accounts 0",
      );
      await person({ waitForQuestion: "Access token" }, { press: "Escape" });
      await asked;
      assert.deepEqual(await sourceRequests(), []);
    } finally {
      await vscode.workspace.fs.delete(at("Previewed.connector.json"));
    }
  });

  itWithFolder("has its test values forgotten with the sign-out", async () => {
    const document = await open();
    const changing = vscode.commands.executeCommand(
      "supermetrics.changeTestValues",
      document.uri,
      "accounts 0",
    );
    await person({ answer: "typed-token-4711", to: "Access token" });
    await changing;
    await signOut();
    const asked = vscode.commands.executeCommand(
      "supermetrics.previewReportType",
      document.uri,
      "accounts 0",
    );
    await person({ waitForQuestion: "Access token" }, { press: "Escape" });
    await asked;
  });
});
