import assert from "node:assert/strict";
import { SignedOutError, WrongAccountError } from "../../../../src/platform/http/errors";
import { createSend } from "../../../../src/platform/http/send";
import { ApiKeyVault } from "../../../../src/features/account/apiKeyVault";
import type { ConnectorRef } from "../../../../src/platform/connectorRef";
import { createConnector } from "../../../../src/features/connectors/createConnector";
import { archiveAndDelete } from "../../../../src/features/connectors/archiveAndDelete";
import { ConnectorStore } from "../../../../src/features/connectors/connectorStore";
import { DeletedConnectors } from "../../../../src/features/connectors/deletedConnectors";
import { ConnectorMemory } from "../../../../src/features/connectors/connectorMemory";
import { AccountStorage } from "../../../../src/platform/storage/accountStorage";
import { Publisher } from "../../../../src/features/connectors/publisher";
import {
  registerSecret,
  removeSecret,
  replaceSecret,
} from "../../../../src/features/secrets/secretChanges";
import { SecretStore } from "../../../../src/features/secrets/secretStore";
import { Session } from "../../../../src/features/account/session";
import { WriteAccess } from "../../../../src/features/connectors/writeAccess";
import { defaultKey, otherTeam } from "../../../sandbox";
import { useService } from "../../support/client";
import { MemoryFileStorage } from "../../support/memoryFileStorage";
import { MemoryStorage, MemorySecretStorage } from "../../support/memoryStorage";

const secret = { name: "a", placeholder: "sec_1" };

describe("What was confirmed for one account", () => {
  const service = useService();
  let settings: { apiBaseUrl: string; teamId: string };
  let vault: ApiKeyVault;
  let session: Session;
  const ref = (): ConnectorRef => ({ ...service.account(), identifier: "T3S70" });
  const send = () =>
    createSend({
      credentials: () => session.credentials(),
      timeoutSeconds: () => 5,
      observe: () => undefined,
    });
  beforeEach(async () => {
    settings = { apiBaseUrl: service.origin(), teamId: ref().teamId };
    vault = new ApiKeyVault(new MemorySecretStorage());
    await vault.store({ origin: service.origin(), key: defaultKey });
    session = new Session(vault, () => settings);
    await session.ready();
  });

  const publisher = () =>
    new Publisher({
      send: send(),
      store: { put: () => undefined },
      writeAccess: new WriteAccess(),
    });
  const secrets = () => ({ send: send(), secrets: new SecretStore(send()) });
  /** Each ends with the error that it was refused with. */
  const writes: Readonly<Record<string, () => Promise<unknown>>> = {
    "is not deleted": () =>
      archiveAndDelete(
        {
          send: send(),
          store: { remove: () => assert.fail("Nothing was deleted") },
          deleted: new DeletedConnectors(new MemoryFileStorage()),
        },
        ref(),
        { identifier: "T3S70", name: "Harbour Mail" },
      ).catch((error: unknown) => error),
    "is not created": async () => {
      const memory = new ConnectorMemory(
        new AccountStorage(new MemoryStorage(), new MemoryFileStorage()),
      );
      const store = new ConnectorStore(() => assert.fail("Nothing was to be listed"), memory);
      const connector = { title: "Räder", description: "" };
      const { signal } = new AbortController();
      return errorOf(
        await createConnector({ send: send(), store, memory }, ref(), connector, signal),
      );
    },
    "is not published": async () =>
      errorOf(await publisher().publish(ref(), { configuration: { text: "{}", base: undefined } })),
    "is not renamed": async () =>
      errorOf(await publisher().publish(ref(), { name: "Your Changes" })),
    "is not described": async () =>
      errorOf(await publisher().publish(ref(), { description: "Your Changes" })),
    "gets no new secret": async () =>
      errorOf(await registerSecret(secrets(), ref(), { name: "a", value: "v4lue" })),
    "keeps its secret's value": async () =>
      errorOf(await replaceSecret(secrets(), ref(), secret, "v4lue")),
    "keeps its secret": async () => errorOf(await removeSecret(secrets(), ref(), secret)),
  };

  for (const [name, write] of Object.entries(writes)) {
    it(`${name} in another team or at another address`, async () => {
      settings.teamId = otherTeam;
      assert.ok((await write()) instanceof WrongAccountError);
      settings.teamId = "";
      assert.ok((await write()) instanceof WrongAccountError);
      settings = { ...settings, teamId: ref().teamId, apiBaseUrl: "https://eu.example.org" };
      assert.ok((await write()) instanceof WrongAccountError);
      await vault.store({ origin: "https://eu.example.org", key: "api_eu" });
      assert.ok((await write()) instanceof WrongAccountError);
      settings.apiBaseUrl = service.origin();
      assert.ok((await write()) instanceof SignedOutError);
      assert.deepEqual(await service.requests(), []);
    });
  }

  it("goes nowhere where the settings change while the key is being read", async () => {
    let give = () => {};
    const given = new Promise<void>((resolve) => (give = resolve));
    const slow = new Session({ read: () => given.then(() => vault.read()) }, () => settings);
    session = slow;
    const deleting = writes["is not deleted"]?.();
    settings.teamId = otherTeam;
    give();
    assert.ok((await deleting) instanceof WrongAccountError);
    assert.deepEqual(await service.requests(), []);
  });
});

function errorOf(outcome: object): unknown {
  assert.ok("error" in outcome, JSON.stringify(outcome));
  assert.ok("kind" in outcome && outcome.kind === "refused");
  return outcome.error;
}
