import assert from "node:assert/strict";
import { ApiError, ContractError } from "../../../src/api/errors";
import { Configurations } from "../../../src/core/configurations";
import { EditBases } from "../../../src/core/editBases";
import type { ConfigurationRef } from "../../../src/core/configurationPath";
import { WrongAccountError } from "../../../src/core/wrongAccountError";
import { otherTeam } from "../../sandbox/seed";
import { useService } from "./support/client";
import { Drawer } from "./support/stores";

describe("A configuration that cannot be loaded", () => {
  const service = useService();
  let team: string | undefined;
  let configurations: Configurations;
  beforeEach(() => {
    team = undefined;
    configurations = new Configurations(
      service.sendWith(),
      async () => service.account(team),
      { isOpen: () => false, isDirty: () => false },
      new EditBases(new Drawer()),
    );
  });
  const ref = (): ConfigurationRef => ({ ...service.account(), identifier: "T3S70" });
  const count = async () => (await service.requests()).length;

  it("is not asked for when it belongs to another service", async () => {
    const elsewhere = { ...ref(), origin: "https://eu.example.org" };
    await assert.rejects(configurations.load(elsewhere), /belongs to https:\/\/eu\.example\.org/);
    assert.equal(await count(), 0);
  });

  it("is not asked for when it belongs to another team", async () => {
    team = otherTeam;
    await assert.rejects(configurations.load(ref()), (error: Error) => {
      assert.ok(error instanceof WrongAccountError);
      assert.match(error.message, /belongs to team 9007199254740993; .* team 4242/);
      return true;
    });
    assert.equal(await count(), 0);
  });

  it("is tried anew when it is asked for again", async () => {
    await service.control().fault({ status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
    await assert.rejects(configurations.load(ref()), ApiError);
    assert.equal((await configurations.load(ref())).connector.name, "Harbour Mail");
    assert.equal(await count(), 2);
  });

  it("is not shown as an empty document when the answer lacks it", async () => {
    await service.control().fault({ status: 200, json: { connector_identifier: "T3S70" } });
    await assert.rejects(configurations.load(ref()), ContractError);
  });
});
