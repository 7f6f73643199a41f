import assert from "node:assert/strict";
import { ApiError, ContractError, WrongAccountError } from "../../../src/platform/http/errors";
import { Configurations } from "../../../src/features/configurations/configurations";
import { EditBases } from "../../../src/features/configurations/editBases";
import { userMessageFor } from "../../../src/platform/words/userMessage";
import type { ConnectorRef } from "../../../src/platform/connectorRef";
import { otherTeam } from "../../sandbox/seed";
import { useService } from "../support/client";
import { MemoryStorage } from "../support/memoryStorage";

describe("A configuration that cannot be loaded", () => {
  const service = useService();
  let configurations: Configurations;
  const start = (team?: string) => {
    configurations = new Configurations(
      service.sendWith(undefined, undefined, team),
      { isOpen: () => false, isDirty: () => false },
      new EditBases(new MemoryStorage()),
    );
  };
  beforeEach(() => start());
  const says = (words: RegExp) => (error: unknown) => {
    assert.ok(error instanceof WrongAccountError);
    assert.match(userMessageFor(error, { failed: "" }, 0).text, words);
    return true;
  };
  const ref = (): ConnectorRef => ({ ...service.account(), identifier: "T3S70" });
  const count = async () => (await service.requests()).length;

  it("is not asked for when it belongs to another service", async () => {
    const elsewhere = { ...ref(), origin: "https://eu.example.org" };
    await assert.rejects(
      configurations.load(elsewhere),
      says(/belongs to https:\/\/eu\.example\.org/),
    );
    assert.equal(await count(), 0);
  });

  it("is not asked for when it belongs to another team", async () => {
    start(otherTeam);
    const words = /belongs to team 9007199254740993, .* team 4242.* Nothing was sent/;
    await assert.rejects(configurations.load(ref()), says(words));
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
