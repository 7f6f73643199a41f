import type { SecretList } from "../../src/api/secrets";
import { findingsIn } from "../../src/core/checks/findings";
import { hugeConfiguration } from "./answers";
import { inTurn, result, type Result } from "./measure";

/** All checks of a configuration that a person types in. */
export async function benchChecks(): Promise<Result[]> {
  const huge = hugeConfiguration();
  const withLast = `${huge.slice(0, huge.lastIndexOf("}"))},"url":"http://last"}`;
  const secrets = Array.from({ length: 100 }, (_, n) => ({
    name: `unused_${n}`,
    placeholder: `sec_${n}_unused`,
  }));
  return [
    await measure("with a finding at its end", withLast),
    await measure("with something wrong in every line, and 100 secrets", wrong(5_000_000), {
      secrets,
      total: secrets.length,
    }),
  ];
}

async function measure(what: string, text: string, secrets?: SecretList): Promise<Result> {
  const [parsed = 0, checked = 0] = await inTurn(
    11,
    async () => JSON.parse(text) as unknown,
    async () => findingsIn(text, {}, { secrets }),
  );
  const size = `${(text.length / 1e6).toFixed(1)} MB`;
  const name = `all checks of ${size} ${what} (JSON.parse: ${parsed.toFixed(1)} ms)`;
  return result(name, checked, 100, "ms");
}

/** @param length in characters, about */
function wrong(length: number): string {
  const row = () => ({
    id: "a",
    url: "http://x/{{",
    source: "jsonPath",
    value: "x",
    dataType: "text",
  });
  const count = Math.round(length / JSON.stringify(row()).length);
  const fields = Array.from({ length: count }, row);
  return JSON.stringify({ reporting: { reportTypes: [{ id: "r", fields }] } });
}
