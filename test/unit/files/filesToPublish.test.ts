import assert from "node:assert/strict";
import { defaultOrigin } from "../../../src/platform/http/baseUrl";
import {
  listFiles,
  sharedConnector,
  type FileToPublish,
} from "../../../src/features/files/filesToPublish";

const file = (path: string, identifier = path, text = "{}"): FileToPublish => ({
  path: `${path}.connector.json`,
  ref: { origin: defaultOrigin, teamId: "1", identifier },
  name: `Connector ${identifier}`,
  text,
});

describe("Several files that are published at once", () => {
  it("are listed with where they go, those with errors first and counted", () => {
    const { lines, errors } = listFiles([
      { ...file("a"), errors: 0 },
      { ...file("b", "B", "wrong"), errors: 2 },
    ]);
    assert.deepEqual(lines, [
      "b.connector.json → Connector B (errors: 2)",
      "a.connector.json → Connector a",
    ]);
    assert.equal(errors, 2);
  });

  it("are not all listed where a dialog has no room for them", () => {
    const { lines } = listFiles(
      Array.from({ length: 40 }, (_, at) => ({ ...file(String(at)), errors: 0 })),
    );
    assert.deepEqual([lines.length, lines.at(-1)], [16, "and 25 more"]);
  });

  it("are refused where two belong to one connector", () => {
    assert.equal(sharedConnector([file("a"), file("b")]), undefined);
    assert.match(
      sharedConnector([file("a"), file("b"), file("c", "a")]) ?? "",
      /a\.connector\.json and c\.connector\.json both belong to "Connector a"/,
    );
    const elsewhere = file("b", "a");
    const ref = { ...elsewhere.ref, teamId: "2" };
    assert.equal(sharedConnector([file("a"), { ...elsewhere, ref }]), undefined);
  });
});
