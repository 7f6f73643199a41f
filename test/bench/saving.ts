import * as z from "zod/mini";
import { publish } from "../../src/features/connectors/publication";
import { compare, type Comparison } from "./measure";
import { serveConfigurations, teamPath } from "./service";
import { asServed, tidyConfiguration } from "./texts";

const namedSchema = z.object({ name: z.string(), description: z.string() });

/**
 * A configuration that is saved: read, compared, written, read back and compared; beside the same three requests
 * with `JSON.parse` of the answers. The edit is at the text's end, so that nothing is known before.
 */
export async function benchSaving(megabytes: number, rounds: number): Promise<Comparison> {
  // The engine keeps what was decoded in another way than what it has put together itself.
  const tidy = new TextDecoder().decode(new TextEncoder().encode(tidyConfiguration(megabytes)));
  const texts = [tidy, tidy.replace(/(example\.com)(?=[^,]*$)/, "$1/edited")] as const;
  const served = texts.map(asServed);
  const { origin, send, bare, close } = await serveConfigurations(texts);
  const path = "/connectors/HUGE1";
  const { name, description } = z.parse(namedSchema, await bare(path));
  const named = JSON.stringify({ name, description });
  let now = 0;
  const plain = async () => {
    await bare(path);
    const body = `{"connector":${named},"configuration":{"configuration_json":${texts[now]}}}`;
    await fetch(origin + teamPath + path, { method: "PUT", body });
    await bare(path);
  };
  const own = async () => {
    const base = { text: served[now] ?? "" };
    now = 1 - now;
    const text = texts[now] ?? "";
    JSON.parse(text); // as a save does before it sends anything
    const ref = { origin, teamId: "1", identifier: "HUGE1" };
    const { kind } = await publish(send, ref, { configuration: { text, base } });
    if (kind !== "published") {
      throw new Error(`It was not published: ${kind}`);
    }
  };
  try {
    return await compare(rounds, plain, own);
  } finally {
    await close();
  }
}
