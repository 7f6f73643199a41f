import { getConnector, listConnectors } from "../../src/api/connectors";
import { createSend } from "../../src/api/http";
import { EditBases } from "../../src/core/editBases";
import { Configurations } from "../../src/core/configurations";
import { byName } from "../../src/core/connectorOrder";
import { hugeConnector, serveAnswers, smallConnector, thousandConnectors } from "./answers";
import { benchChecks } from "./checks";
import { benchLogs } from "./logs";
import { benchSaving } from "./saving";
import { inTurn, result, type Result } from "./measure";

/** What needs no editor: the extension's own parts against a bare `fetch` of the same body. */
export async function benchInNode(): Promise<Result[]> {
  const service = await serveAnswers({
    "/connectors": thousandConnectors(),
    "/connectors/SMALL": smallConnector(),
    "/connectors/HUGE1": hugeConnector(),
  });
  const { origin } = service;
  const send = createSend({
    credentials: async () => ({ href: origin, teamId: "1", key: "api_bench" }),
    timeoutSeconds: () => 60,
    observe: () => undefined,
  });
  const bare = async (path: string) => {
    const answer = await fetch(`${origin}/v1/teams/1/connector_builder${path}`);
    return JSON.parse(await answer.text()) as unknown;
  };
  const open = (identifier: string) => {
    const account = { origin, teamId: "1" };
    const configurations = new Configurations(
      send,
      { isOpen: () => false, isDirty: () => false },
      new EditBases({ get: () => undefined, update: async () => undefined }),
    );
    return configurations.load({ ...account, identifier });
  };
  const list = async () => byName((await listConnectors(send, { origin, teamId: "1" })).connectors);
  try {
    const [bareList = 0, ownList = 0] = await inTurn(21, () => bare("/connectors"), list);
    const [bareOpen = 0, ownOpen = 0] = await inTurn(
      11,
      () => bare("/connectors/HUGE1"),
      () => open("HUGE1"),
    );
    const [bareCall = 0, ownCall = 0] = await inTurn(
      500,
      () => bare("/connectors/SMALL"),
      () => getConnector(send, { origin, teamId: "1", identifier: "SMALL" }),
    );
    return [
      result(
        `1,000 connectors, asked for, read and sorted (bare: ${ms(bareList)})`,
        ownList,
        50,
        "ms",
      ),
      result(
        `5 MB configuration, asked for and laid out (${ms(ownOpen)}), to fetch and JSON.parse (${ms(bareOpen)})`,
        ownOpen / bareOpen,
        2,
        "times",
      ),
      await benchSaving(),
      ...(await benchChecks()),
      ...(await benchLogs()),
      result("a small call, beyond a bare fetch", ownCall - bareCall, 1, "ms"),
    ];
  } finally {
    await service.close();
  }
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
