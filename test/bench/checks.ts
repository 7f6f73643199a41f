import { findingsIn } from "../../src/core/checks/findings";
import { hugeConfiguration } from "./answers";
import { inTurn, result, type Result } from "./measure";

/** All checks of a configuration that a person types in, with a finding whose place is at its end. */
export async function benchChecks(): Promise<Result> {
  const huge = hugeConfiguration();
  const text = `${huge.slice(0, huge.lastIndexOf("}"))},"url":"http://last"}`;
  const [parsed = 0, checked = 0] = await inTurn(
    11,
    async () => JSON.parse(text) as unknown,
    async () => findingsIn(text, {}),
  );
  const size = `${(text.length / 1e6).toFixed(1)} MB`;
  const what = `all checks of ${size} (JSON.parse: ${parsed.toFixed(1)} ms)`;
  return result(what, checked, 100, "ms");
}
