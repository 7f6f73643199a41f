import assert from "node:assert/strict";
import Ajv2019 from "ajv/dist/2019";
import { checkText } from "../../../src/features/checks/checkText";
import { snippets, withDefaults } from "../../../src/features/snippets/snippets";
import { insertableSnippets } from "../../../src/features/snippets/insertableSnippets";
import { schemaDocument } from "../../sandbox/schema/document";

/** The cursor stands at the `|`. */
function at(marked: string) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const offered = insertableSnippets(text, offset);
  const insert = (label: string) => {
    const chosen = offered.find((one) => one.label === label);
    assert.ok(chosen, `${label} at ${marked}; there are ${offered.map((one) => one.label).join()}`);
    const { replaced } = chosen;
    const end = replaced.offset + replaced.length;
    return text.slice(0, replaced.offset) + withDefaults(chosen.text) + text.slice(end);
  };
  return { labels: offered.map(({ label }) => label), insert };
}

const inReportType = (inside: string) =>
  `{"reporting":{"reportTypes":[{"id":"other"},{"id":"report_type",${inside}}]}}`;

/** Where each of them belongs; the rest of what the checks want is there. */
const places: Readonly<Record<string, string>> = {
  "API key authentication": '{|"reporting":{"reportTypes":[{"id":"a"}]}}',
  "OAuth 1.0 authentication": '{|"dataSourceUser":{},"reporting":{"reportTypes":[{"id":"a"}]}}',
  "Date range option": inReportType('"config":{|}'),
  "Account filter": '{"accounts":{"filter":[|]},"reporting":{"reportTypes":[{"id":"a"}]}}',
  "Retry strategy": '{"defaultResponseHandler":{|},"reporting":{"reportTypes":[{"id":"a"}]}}',
  "Report type": '{"reporting":{"reportTypes":[|]}}',
  Field: inReportType('"fields":[|]'),
  Join: inReportType('"decoration":{"relations":[|]}'),
  "Account fetcher": '{"accounts":{"fetchers":[|]},"reporting":{"reportTypes":[{"id":"a"}]}}',
  "Account property":
    '{"accounts":{"fetchers":[{"accountInfo":{"properties":[|]}}]},"reporting":{"reportTypes":[{"id":"a"}]}}',
  "User input":
    '{"authentication":{"type":"user_input","userInputs":[|]},"reporting":{"reportTypes":[{"id":"a"}]}}',
  "Error response":
    '{"defaultResponseHandler":{"responseStatuses":[|]},"reporting":{"reportTypes":[{"id":"a"}]}}',
  "Encrypted secret": '{"secrets":{"items":[|]},"reporting":{"reportTypes":[{"id":"a"}]}}',
  Header: inReportType('"request":{"headers":[|]}'),
  "Access token header": inReportType('"request":{"headers":[|]}'),
  Parameter: inReportType('"request":{"parameters":[|]}'),
  "Date range parameters": inReportType('"request":{"parameters":[|]}'),
};
const placeOf = (label: string) =>
  places[label] ?? inReportType('"request":{"response":{"dataAdapters":{"items":[|]}}}');

describe("Snippets", () => {
  const isValid = new Ajv2019({ strict: false }).compile(schemaDocument);

  for (const { label } of snippets()) {
    it(`${label}: makes JSON that the schema and the checks accept`, () => {
      const text = at(placeOf(label)).insert(label);
      assert.doesNotMatch(text, /\$\{|\$\d/);
      assert.ok(isValid(JSON.parse(text)), JSON.stringify(isValid.errors));
      const found = checkText(text, {})?.filter(({ level }) => level !== "information");
      assert.deepEqual(found, []);
    });
  }

  it("have a place each, and no label twice", () => {
    const labels = snippets().map(({ label }) => label);
    assert.equal(new Set(labels).size, labels.length);
    assert.ok(labels.includes("Data adapter time_series"));
  });

  describe("are offered", () => {
    for (const [place, label] of [
      ["{|}", "Report type"],
      ["{|}", "Account fetcher"],
      ['{"reporting":{|}}', "Report type"],
      [inReportType("|"), "Field"],
      [inReportType('"request":{|}'), "Header"],
      [inReportType('"request":{"response":{|}}'), "Data adapter append_key"],
      ['{"authentication":{"validation":{"request":{"headers":[|]}}}}', "Header"],
    ] as const) {
      it(`with what is missing around them: ${label} in ${place}`, () => {
        assert.ok(JSON.parse(at(place).insert(label)));
      });
    }

    for (const place of [
      "|",
      "{}|",
      '{"a":1}\n|',
      '{"a":|}',
      '{"a":"|"}',
      '{"reporting":|}',
      '{"|":{}}',
      '{"reporting":{"reportTypes":[]},"elsewhere":{|}}',
      '{"x":{"fields":[|]}}',
      '{"x":{"reportTypes":[|]}}',
      inReportType('"request":{"url":"|"}'),
      inReportType('"request":{"url":"https://x/{{p|"}'),
      inReportType('"request":{"url":"https://x/{|"}'),
      inReportType('"request":{"url":"a, |"}'),
      inReportType('"request":{"headers":["a, |"]}'),
      inReportType('"request":{"headers":["a {{|'),
      inReportType('"fields":["a \\"|'),
      inReportType('"description":"[|",'),
      '{"a, {|":1}',
    ]) {
      it(`nowhere else: ${place}`, () => {
        assert.deepEqual(at(place).labels, []);
      });
    }

    it("for what is not there yet", () => {
      const { labels } = at('{"accounts":{},|}');
      assert.ok(labels.includes("Report type"));
      assert.ok(!labels.includes("Account fetcher"));
      assert.ok(!labels.includes("Field"));
    });

    for (const [place, isThere] of [
      ['{"a":{"accounts":{}},"b":["accounts",{"accounts":1}],|}', false],
      ['{|"a":"{","b":"\\"[","\\u0061ccounts" : {}}', true],
      ['{"a":"never closed,\n"accounts":{},|', true],
      ['{"a":{"b":[{}]},|\n"accounts"\n: {}}', true],
      ['{|\n"a": {"b": [1, },"accounts":{}}', false],
    ] as const) {
      it(`unless the object at hand has it: ${place}`, () => {
        const { labels } = at(place);
        assert.ok(labels.includes("Report type"));
        assert.equal(labels.includes("Account fetcher"), !isThere);
      });
    }

    it("in a list for its own items only", () => {
      assert.deepEqual(at(inReportType('"fields":[|]')).labels, ["Field"]);
    });
  });

  describe("are inserted with the commas that are missing", () => {
    const item = '{"id":"x"}';
    for (const list of [
      "|",
      `|${item}`,
      `${item},|`,
      `${item}|`,
      `${item},|${item}`,
      `${item},|,${item}`,
      '"|"',
      '"Fi|"',
      '"Fi|',
      "Fie|",
      ` Fie| `,
      `${item},\n "|"\n`,
    ]) {
      it(`[${list}]`, () => {
        const text = at(inReportType(`"fields":[${list}]`)).insert("Field");
        const { fields } = (
          JSON.parse(text) as { reporting: { reportTypes: { fields: { id: string }[] }[] } }
        ).reporting.reportTypes[1] ?? { fields: [] };
        assert.equal(fields.length, list.split(item).length);
      });
    }

    for (const members of [
      "|",
      '"|"',
      '"A|"',
      '"a":1,|',
      '|"a":1',
      '"a":1,"|","b":2',
      '"a":1,\n|\n',
    ]) {
      it(`{${members}}`, () => {
        const text = at(`{${members}}`).insert("API key authentication");
        const parsed = JSON.parse(text) as Record<string, unknown>;
        assert.ok("authentication" in parsed && "dataSourceUser" in parsed);
      });
    }
  });
});
