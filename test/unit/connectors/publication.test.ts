import assert from "node:assert/strict";
import * as fc from "fast-check";
import { formatConfiguration } from "../../../src/platform/json/format";
import { versionId } from "../../../src/platform/json/tokens";
import { jsonText, tokens } from "../support/jsonTexts";
import { usePublishing } from "../support/publishing";

const before = '{"was":1.0}';
const mine = '{ "b": 12345678901234567890,\n"a": 1.0, "a": "\\u00e9" }';

describe("publish", () => {
  const own = usePublishing();

  it("reads, writes what was typed, and reads back", async () => {
    await own.there(before, { description: "By day" });
    const publication = await own.publishText(mine, before);
    assert.ok(publication.kind === "published" && !publication.isRewritten);
    assert.deepEqual([publication.before.text, publication.stored.text], [before, mine]);
    assert.deepEqual(await own.methods(), ["GET", "PUT", "GET"]);
    assert.equal(
      await own.lastBody(),
      `{"connector":{"name":"Own","description":"By day"},"configuration":{"configuration_json":${mine}}}`,
    );
    assert.equal((await own.stored()).configurationText, mine);
  });

  it("writes an empty description where there was none: the API takes no null", async () => {
    await own.there(before, { description: null });
    await own.publishText(mine, before);
    assert.match((await own.lastBody()) ?? "", /"description":""/);
  });

  describe("where the connector's own answer is thin", () => {
    const thin = {
      connector_identifier: "OWN01",
      configuration: { configuration_json: { was: 1 } },
    };
    const answers = (json: object, path = "OWN01$") =>
      own.control().fault({ method: "GET", path, times: 0, status: 200, json });

    for (const [lacks, json] of [
      ["name and description", thin],
      ["the name", { ...thin, description: "By day" }],
      ["the description", { ...thin, name: "Own" }],
    ] as const) {
      it(`takes from the list what it lacks, and sends both halves: ${lacks}`, async () => {
        await own.there(before, { description: "By day" });
        await answers(json);
        await own.publishText(mine, '{"was":1}');
        assert.equal(
          await own.lastBody(),
          `{"connector":{"name":"Own","description":"By day"},"configuration":{"configuration_json":${mine}}}`,
        );
        assert.deepEqual(await own.methods(), ["GET", "GET", "PUT", "GET"]);
      });
    }

    it("renames, and sees in the list that it is done", async () => {
      await own.there('{"was":1}', { description: "By day" });
      await answers(thin);
      const publication = await own.publish({ name: "New" });
      assert.equal(publication.kind, "published");
      assert.ok(publication.kind === "published" && publication.stored.connector.name === "New");
      assert.equal((await own.stored()).description, "By day");
    });

    it("sends nothing where nobody tells the name: another one would rename the connector", async () => {
      await own.there(before);
      await answers(thin);
      await answers({ connectors: [{ connector_identifier: "OWN01" }] }, "connectors$");
      for (const publication of [
        await own.publishText(mine, '{"was":1}'),
        await own.publish({ description: "New" }),
      ]) {
        assert.ok(publication.kind === "refused" && publication.step === "read");
        assert.match(String(publication.error), /name/);
      }
      assert.ok(!(await own.methods()).includes("PUT"));
      assert.equal((await own.stored()).configurationText, before);
    });

    it("sends nothing where the list is refused", async () => {
      await own.there(before);
      await answers(thin);
      await own.control().fault({ path: "connectors$", status: 403, errorCode: "FORBIDDEN" });
      const publication = await own.publishText(mine, '{"was":1}');
      assert.ok(publication.kind === "refused" && publication.step === "read");
      assert.ok(!(await own.methods()).includes("PUT"));
    });

    it("costs no request more where nothing would be written", async () => {
      await own.there(before);
      await answers(thin);
      assert.equal((await own.publishText('{"was":1}', before)).kind, "unchanged");
      assert.equal((await own.publishText(mine, before)).kind, "conflict");
      assert.deepEqual(await own.methods(), ["GET", "GET"]);
    });
  });

  for (const [was, typed, stored] of [
    ["\\ud800", "\ufffd", "\ufffd"],
    ["\ufffd", "\ud800", "\\ud800"],
    ["\\ud800", "\ud801", "\\ud801"],
  ] as const) {
    it(`publishes ${JSON.stringify(typed)} in place of ${JSON.stringify(was)}`, async () => {
      await own.there(`{"a":"${was}"}`);
      const publication = await own.publishText(`{"a":"${typed}"}`, `{"a":"${was}"}`);
      assert.equal(publication.kind, "published");
      assert.equal((await own.stored()).configurationText, `{"a":"${stored}"}`);
    });
  }

  it("sends nothing where the service has it already, whatever the edit began from", async () => {
    await own.there(mine);
    const publication = await own.publishText(mine.replace(/\s/g, ""), before);
    assert.ok(publication.kind === "unchanged" && publication.stored.text === mine);
    assert.deepEqual(await own.methods(), ["GET"]);
  });

  for (const [what, theirs] of [
    ["anything", '{"theirs":[1,2,3]}'],
    ["a text of the same length", '{"was":2.0}'],
    ["a number in another spelling", '{"was":1.00}'],
  ] as const) {
    it(`finds that a colleague has published ${what}, and sends nothing`, async () => {
      await own.there(theirs);
      const publication = await own.publishText(mine, before);
      assert.ok(publication.kind === "conflict" && !publication.wasSent);
      assert.equal(publication.theirs.text, theirs);
      assert.deepEqual(await own.methods(), ["GET"]);
    });
  }

  it("knows the version that an edit began from by its id alone", async () => {
    await own.there(before);
    const withBase = (json: string) =>
      own.publish({ configuration: { text: mine, base: { id: versionId(json) } } });
    assert.equal((await withBase('{"was":1}')).kind, "conflict");
    assert.equal((await withBase('{ "was" : 1.0 }')).kind, "published");
  });

  it("takes everything for a conflict where it is not known what an edit began from", async () => {
    await own.there(before);
    const change = { configuration: { text: mine, base: undefined } };
    assert.equal((await own.publish(change)).kind, "conflict");
    assert.deepEqual(await own.methods(), ["GET"]);
  });

  it("finds by reading back that a colleague was a moment later", async () => {
    await own.there(before);
    await own.colleague("after", '{"theirs":1}');
    const publication = await own.publishText(mine, before);
    assert.ok(publication.kind === "conflict" && publication.wasSent);
    assert.equal(publication.theirs.text, '{"theirs":1}');
  });

  it("cannot find that a colleague was a moment earlier: the service has no lock", async () => {
    await own.there(before);
    await own.colleague("before", '{"theirs":1}');
    assert.equal((await own.publishText(mine, before)).kind, "published");
  });

  it("tells what the service stores in another form from a colleague's edit", async () => {
    await own.there(before);
    await own.control().settings({ normalise: true });
    const publication = await own.publishText('{"2":1.0,"1":{}}', before);
    assert.ok(publication.kind === "published" && publication.isRewritten);
    assert.equal(publication.stored.text, '{"1":{},"2":1}');
  });

  it("takes an edit for published that the service stores just as it was before", async () => {
    await own.there('{"was":1}');
    await own.control().settings({ normalise: true });
    const publication = await own.publishText('{"was":1.0}', '{"was":1}');
    assert.ok(publication.kind === "published" && publication.isRewritten);
  });

  it("finds that a colleague has taken it back at once", async () => {
    await own.there(before);
    await own.colleague("after", before);
    const publication = await own.publishText(mine, before);
    assert.ok(publication.kind === "conflict" && publication.wasSent);
  });

  it("changes name, description and configuration with one write", async () => {
    await own.there(before);
    const change = { configuration: { text: mine, base: { text: before } }, name: "Räder" };
    assert.equal((await own.publish({ ...change, description: "By hour" })).kind, "published");
    assert.deepEqual(await own.methods(), ["GET", "PUT", "GET"]);
    assert.deepEqual(await own.stored(), {
      name: "Räder",
      description: "By hour",
      configurationText: mine,
    });
  });

  it("renames whatever a colleague has published meanwhile, and writes that back", async () => {
    const theirs = '{ "theirs" : 1.0 }';
    await own.there(theirs);
    assert.equal((await own.publish({ name: "Räder" })).kind, "published");
    assert.equal((await own.stored()).configurationText, theirs);
  });

  it("changes name and description without touching the configuration", async () => {
    await own.there(before, { description: "By day" });
    assert.equal((await own.publish({ name: "Räder 🚲" })).kind, "published");
    assert.equal((await own.publish({ description: "" })).kind, "published");
    assert.deepEqual(await own.stored(), {
      name: "Räder 🚲",
      description: "",
      configurationText: before,
    });
    assert.equal((await own.publish({ name: "Räder 🚲" })).kind, "unchanged");
  });
});

describe("A configuration that is opened and published", () => {
  const own = usePublishing();

  it("arrives token for token, and is not sent where it was not edited", async () => {
    await fc.assert(
      fc.asyncProperty(jsonText, jsonText, async (first, second) => {
        const [was, is] = [`{"a":${first}}`, `{"a":${second}}`];
        await own.there(was);
        await own.control().clearRequests();
        const opened = new TextDecoder().decode(formatConfiguration(was));
        assert.equal((await own.publishText(opened, was)).kind, "unchanged");
        assert.deepEqual(await own.methods(), ["GET"]);
        await own.publishText(is, was);
        assert.deepEqual(tokens((await own.stored()).configurationText), tokens(is));
      }),
      { numRuns: 40 },
    );
  });
});
