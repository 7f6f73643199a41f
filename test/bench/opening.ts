import { Configurations } from "../../src/features/configurations/configurations";
import { EditBases } from "../../src/features/configurations/editBases";
import { compare, type Comparison } from "./measure";
import { serveAnswers } from "./service";
import { asServed, connectorWith, tidyConfiguration } from "./texts";

/** A configuration that is opened, up to the bytes for the editor; beside `fetch` and `JSON.parse`. */
export async function benchOpening(megabytes: number, rounds: number): Promise<Comparison> {
  const path = "/connectors/HUGE1";
  const answer = connectorWith(asServed(tidyConfiguration(megabytes)));
  const { origin, send, bare, close } = await serveAnswers({ [path]: answer });
  const account = { origin, teamId: "1" };
  const own = () => {
    const configurations = new Configurations(
      send,
      { isOpen: () => false, isDirty: () => false },
      new EditBases({ get: () => undefined, update: async () => undefined }),
    );
    return configurations.load({ ...account, identifier: "HUGE1" });
  };
  try {
    return await compare(rounds, () => bare(path), own);
  } finally {
    await close();
  }
}
