import { assert } from "chai";
import * as vscode from "vscode";
import { responseScheme } from "../../../src/manifest";
import { exportRows } from "../../../src/features/rows/exportRows";
import { ResponseDocuments } from "../../../src/features/rows/ui/responseDocuments";
import { rowsHandlers } from "../../../src/features/rows/ui/rowsCommands";
import { RowsView } from "../../../src/features/rows/ui/rowsView";
import { sourceConfiguration } from "../../source/configuration";
import { oddToken, spellingsOf } from "../../source/oddToken";
import { openOwn } from "../support/configurations";
import { at, itWithFolder } from "../support/folder";
import { usePreviews } from "../support/previews";
import { sourceOrigin, sourceRequests } from "../support/source";
import { eventually, person, sandbox, startSignedIn } from "../support/stage";

const secret = `s3cret${oddToken}`;
const spellings = [oddToken, secret].flatMap(spellingsOf);

function assertClean(text: string, where: string): void {
  spellings.forEach((one) => assert.notInclude(text, one, where));
}

/** Sends a token and a registered secret, whose answer repeats both. */
function repeating(): string {
  const configuration = JSON.parse(sourceConfiguration(sourceOrigin));
  const [type] = configuration.reporting.reportTypes;
  type.request.url = `${sourceOrigin}/echo?key={{secrets.sec_api}}`;
  type.request.parameters = [];
  type.request.headers.push({ name: "X-Api-Key", value: "{{ secrets.sec_api }}" });
  type.request.response.dataRows.value = "$.rows.*";
  const paths = ["$.headers.authorization", "$.headers['x-api-key']", "$.query", "$.headers"];
  paths.forEach((path, index) => (type.fields[index].value.value = path));
  return JSON.stringify(configuration, undefined, 2);
}

describe("The credentials of a preview", () => {
  let responses: ResponseDocuments;
  let view: RowsView;
  let registered: vscode.Disposable;
  before(() => {
    const id = "supermetrics-connector-builder.supermetrics-connector-builder";
    const extension = vscode.extensions.getExtension(id)?.extensionUri ?? vscode.Uri.file("/");
    responses = new ResponseDocuments();
    const failed = (error: unknown) => assert.fail(String(error));
    view = new RowsView({ extension, responses, notifier: { failed } });
    registered = vscode.workspace.registerTextDocumentContentProvider(responseScheme, responses);
  });
  after(() => vscode.Disposable.from(registered, view, responses).dispose());
  beforeEach(async () => {
    await startSignedIn();
    await sourceRequests("DELETE");
  });

  const typed = [
    { answer: oddToken, to: "Access token" },
    { answer: secret, to: 'Secret "sec_api"' },
  ] as const;

  /** Previews what repeats the credentials, and shows its rows. */
  async function previewed() {
    const previews = usePreviews();
    const document = await openOwn(repeating());
    const id = "reportType newsletter_days";
    const previewing = previews.preview(document, id, sourceOrigin);
    await person(...typed.toReversed()); // in the order of the request
    await previewing;
    const [result] = previews.shown;
    assert.ok(result);
    view.show(result);
    const handlers = rowsHandlers({
      view: {
        active: view.panelOf(result.key),
        askAgain: () => undefined,
        askAgainFor: () => undefined,
      },
      responses,
    });
    return { ...previews, result, handlers };
  }

  it("are at the host, and nowhere in what is shown, copied or kept", async () => {
    await vscode.env.clipboard.writeText("before");
    const { result, handlers, memory, kept, secrets } = await previewed();
    const [request, ...more] = await sourceRequests();
    assert.deepEqual(
      [request?.headers["authorization"], request?.headers["x-api-key"], more],
      [`Bearer ${oddToken}`, secret, []],
    );
    // Cells as they are copied, one by one, too.
    const cells = result.rows.flat().map(String);
    assert.include(cells, "Bearer $TOKEN");
    [...cells, JSON.stringify(result)].forEach((text) => assertClean(text, "the rows"));
    assertClean(JSON.stringify(memory.of(result.document ?? "")), "what is remembered");
    assertClean(kept(), "what is kept");
    assert.include([...secrets.values()].join(), JSON.stringify(oddToken).slice(1, -1));
    assertClean(JSON.stringify(await sandbox.requests()), "what Supermetrics got");
    assert.equal(await vscode.env.clipboard.readText(), "before");

    await handlers.copyAsCurl();
    assertClean(await vscode.env.clipboard.readText(), "the command");
    await handlers.openResponse();
    const response = await eventually(() =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === responseScheme),
    );
    assert.include(response.getText(), "$TOKEN");
    assertClean(response.getText(), "the response");
    const indexes = result.rows.map((_, row) => row);
    for (const format of ["csv", "json", "markdown"] as const) {
      assertClean(exportRows(format, { ...result, indexes }), format);
    }
  });

  itWithFolder("are in no file that is saved", async () => {
    const { result, handlers } = await previewed();
    for (const [format, ending] of [
      ["CSV", ".csv"],
      ["JSON", ".json"],
      ["Markdown", ".md"],
    ] as const) {
      const saving = handlers.saveRows();
      await person(
        { choose: format, from: "Format to save 1 row in" },
        { saveAs: ending, to: "Save Rows" },
      );
      await saving;
      const file = at(`${result.title}${ending}`);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      await vscode.workspace.fs.delete(file);
      assert.include(text, "TOKEN");
      assertClean(text, format);
    }
  });

  it("don't follow a redirect to another host", async () => {
    const { preview, shown } = usePreviews();
    const other = sourceOrigin.replace("127.0.0.1", "localhost");
    assert.notEqual(other, sourceOrigin);
    const redirect = `${sourceOrigin}/redirect?to=${encodeURIComponent(`${other}/echo`)}`;
    const text = sourceConfiguration(sourceOrigin).replace(
      `${sourceOrigin}/accounts"`,
      `${redirect}"`,
    );
    const document = await openOwn(text);
    const previewing = preview(document, "accounts 0", sourceOrigin);
    const [token] = typed;
    await person(token);
    // A browser tells nobody where a redirect leads.
    const why = await previewing.then(
      () => JSON.stringify(shown),
      (error: unknown) => String(error),
    );
    assert.match(why, /wasn't followed/);
    const [request, ...more] = await sourceRequests();
    assert.equal(request?.headers["authorization"], `Bearer ${oddToken}`);
    assert.deepEqual(more, []);
  });
});
