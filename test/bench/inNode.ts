import { getConnector, listConnectors } from "../../src/features/connectors/connectorsApi";
import { byName } from "../../src/features/connectors/connectorOrder";
import { benchConfigurations } from "./growth";
import { benchLogs } from "./logs";
import { compare, inTurn, ratioResult, result, type Result } from "./measure";
import { benchPreview } from "./preview";
import { serveAnswers } from "./service";
import { connectorWith, thousandConnectors } from "./texts";

/** What needs no editor: the extension's own parts beside the least that anybody would have to do. */
export async function benchInNode(): Promise<Result[]> {
  const { origin, send, bare, close } = await serveAnswers({
    "/connectors": thousandConnectors(),
    "/connectors/SMALL": connectorWith("{}"),
  });
  try {
    const list = await compare(
      51,
      () => bare("/connectors"),
      async () => byName((await listConnectors(send, { origin, teamId: "1" })).connectors),
    );
    const [bareCall = 0, ownCall = 0] = await inTurn(
      200,
      () => bare("/connectors/SMALL"),
      () => getConnector(send, { origin, teamId: "1", identifier: "SMALL" }),
    );
    return [
      ratioResult("1,000 connectors listed and sorted, to fetch and JSON.parse", list, 3),
      ...(await benchConfigurations()),
      ...(await benchLogs()),
      ...(await benchPreview()),
      result("a small call, beyond a bare fetch", ownCall - bareCall, 1, "ms"),
    ];
  } finally {
    await close();
  }
}
