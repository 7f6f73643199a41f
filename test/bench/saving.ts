import { createSend } from "../../src/api/http";
import { publish } from "../../src/core/publication";
import { hugeConfiguration, serveConfiguration } from "./answers";
import { inTurn, result, type Result } from "./measure";

/** A save of a configuration of 5 MB, against the same three requests without any care. */
export async function benchSaving(): Promise<Result> {
  const texts = [hugeConfiguration(), hugeConfiguration().replace("field_7", "field_x")] as const;
  const service = await serveConfiguration(texts[0]);
  const { origin } = service;
  const send = createSend({
    credentials: async () => ({ href: origin, teamId: "1", key: "api_bench" }),
    timeoutSeconds: () => 60,
    observe: () => undefined,
  });
  const path = `${origin}/v1/teams/1/connector_builder/connectors/HUGE1`;
  const read = async () => JSON.parse(await (await fetch(path)).text()) as unknown;
  let now = 0;
  const bare = async () => {
    await read();
    const body = `{"configuration":{"configuration_json":${texts[now]}}}`;
    await fetch(path, { method: "PUT", body });
    await read();
  };
  const own = async () => {
    const [text, base] = now === 0 ? [texts[1], texts[0]] : [texts[0], texts[1]];
    const ref = { origin, teamId: "1", identifier: "HUGE1" };
    JSON.parse(text); // as a save does before it sends anything
    const { kind } = await publish(send, ref, { configuration: { text, base: { text: base } } });
    if (kind !== "published") {
      throw new Error(`It was not published: ${kind}`);
    }
    now = 1 - now;
  };
  try {
    const [bareTime = 0, ownTime = 0] = await inTurn(11, bare, own);
    const times = `${ownTime.toFixed(0)} ms to ${bareTime.toFixed(0)} ms`;
    return result(
      `5 MB configuration, saved: read, compared, written, read back, compared (${times} for the bare requests and JSON.parse)`,
      ownTime / bareTime,
      2,
      "times",
    );
  } finally {
    await service.close();
  }
}
