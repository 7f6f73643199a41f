import { buildRequest } from "../../src/features/preview/buildRequest";
import { maskTestValues } from "../../src/features/preview/maskTestValues";
import { previewResult } from "../../src/features/preview/previewResult";
import { previewTargetOf } from "../../src/features/preview/previewTargets";
import { sendPreview } from "../../src/features/preview/sendPreview";
import { startSource } from "../source";
import { compare, ratioResult, type Result } from "./measure";

/** So many rows have nearly the 20 MB that a preview takes. */
const count = 350_000;

const field = (id: string, dataType: string) => {
  return { id, label: id, dataType, value: { source: "jsonPath", value: `$.${id}` } };
};

/** A preview of a large response, beside fetching and parsing it. */
export async function benchPreview(): Promise<Result[]> {
  const source = await startSource();
  const url = `${source.origin}/rows?count=${count}`;
  const dataRows = { source: "jsonPath", value: "$.rows.*" };
  const fields = [
    field("day", "string.time.date"),
    field("name", "string.text.value"),
    field("value", "int.number.value"),
  ];
  const configuration = {
    reporting: { reportTypes: [{ id: "rows", request: { url, response: { dataRows } }, fields }] },
  };
  const target = previewTargetOf(configuration, "reportType rows");
  const given = { configuration, values: new Map<string, string>(), identity: "" };
  const signal = new AbortController().signal;
  const preview = async () => {
    const request = target && buildRequest(target, given).plain;
    const response =
      request && (await sendPreview(request, { signal, timeoutSeconds: 60, now: () => 0 }));
    if (!target || !response) {
      throw new Error("Nothing was previewed.");
    }
    const mask = maskTestValues([], given.values);
    const run = { owner: "", document: "", startedAt: 0, milliseconds: 0, remarks: [] };
    return previewResult({ ...run, target, given, response, mask });
  };
  try {
    const times = await compare(
      7,
      async () => JSON.parse(await (await fetch(url)).text()),
      preview,
    );
    return [ratioResult("20 MB previewed, to fetch and JSON.parse", times, 2)];
  } finally {
    await source.close();
  }
}
