import { assert } from "chai";
import * as vscode from "vscode";
import { after, openOwn } from "../support/configurations";
import { register } from "../support/secrets";
import { eventually, sandbox, startSignedIn } from "../support/stage";

const withUrl = (url: string) =>
  `{\n  "reporting": {\n    "reportTypes": [\n      { "id": "days", "request": { "url": "${url}" }, "fields": [] }\n    ]\n  }\n}`;

async function suggestionsAt(document: vscode.TextDocument, text: string, trigger?: string) {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    after(document, text),
    trigger,
  );
  return items;
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    after(document, text),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents
    .map((one) => (typeof one === "string" ? one : one.value))
    .join("\n")
    .replaceAll("&nbsp;", " ")
    .replace(/\\(.)/g, "$1"); // Markdown escapes
}

const labelOf = ({ label }: vscode.CompletionItem) =>
  typeof label === "string" ? label : label.label;

describe("Placeholders", () => {
  before(startSignedIn);
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("are all that is offered within braces in a string, secrets among them", async () => {
    const document = await openOwn(withUrl("https://x.example/{{"));
    await register("shop_key");
    const items = await suggestionsAt(document, "{{", "{");
    const secret = items.find(({ detail }) => detail === 'Secret "shop_key"');
    assert.ok(secret);
    assert.match(labelOf(secret), /^secrets\.sec_\w+$/);
    assert.includeMembers(items.map(labelOf), ["query.start_date.date", "account.id"]);
    assert.notInclude(
      items.map(({ kind }) => kind),
      vscode.CompletionItemKind.Snippet,
    );
  });

  it("say on hover what they give, and a reference its secret's name", async () => {
    const document = await openOwn(withUrl("https://x.example/{{account.id}}/{{ secrets.sec_1 }}"));
    const elsewhere = [{ secret_placeholder: "sec_1", secret_name: "shop_key" }];
    await sandbox.fault({ path: "/secrets$", status: 200, json: { count: 1, secrets: elsewhere } });
    await vscode.commands.executeCommand("supermetrics.checkConfiguration", document.uri);
    await sandbox.clearFaults();
    assert.include(await hoverAt(document, "{{acc"), "ID of the account that is fetched");
    assert.include(await hoverAt(document, "{{ secrets.se"), 'Secret "shop_key"');
  });

  it("leave a string without braces alone, and no snippet goes into one", async () => {
    const document = await openOwn(withUrl("https://x.example/{{p"));
    for (const place of ["https://x.example/", "https://x.example/{{p"]) {
      const kinds = (await suggestionsAt(document, place)).map(({ kind }) => kind);
      assert.notInclude(kinds, vscode.CompletionItemKind.Snippet);
      assert.notInclude(kinds, vscode.CompletionItemKind.Text);
    }
  });

  it("load the secrets when a person asks for them, and not before", async () => {
    const document = await openOwn(withUrl("{{"));
    const unknown = (await suggestionsAt(document, "{{")).find(
      (one) => labelOf(one) === "secrets.",
    );
    assert.ok(unknown?.command);
    await vscode.commands.executeCommand(
      unknown.command.command,
      ...(unknown.command.arguments ?? []),
    );
    await eventually(async () => {
      const labels = (await suggestionsAt(document, "{{")).map(labelOf);
      return labels.includes("account.id") && !labels.includes("secrets.");
    });
  });
});
