import assert from "node:assert/strict";
import type { ConnectorRef } from "../../../../src/platform/connectorRef";
import {
  deleteConnector,
  getConnector,
  listConnectors,
  postConnector,
  putConnector,
} from "../../../../src/features/connectors/connectorsApi";
import { SignedOutError, WrongAccountError } from "../../../../src/platform/http/errors";
import type { Credentials } from "../../../../src/platform/http/credentials";
import { createSend, type Send } from "../../../../src/platform/http/send";
import { getLogo, postLogo } from "../../../../src/features/logo/logoApi";
import { getLog, listLogs } from "../../../../src/features/logs/logsApi";
import { fetchSchema } from "../../../../src/features/schema/schemaApi";
import {
  deleteSecret,
  listSecrets,
  postSecret,
  putSecret,
} from "../../../../src/features/secrets/secretsApi";
import { getTeamName } from "../../../../src/features/account/teamApi";
import { otherTeam } from "../../../sandbox";
import { thrownBy, useApi } from "../../support/api";

const update = {
  name: "Your Changes",
  description: "",
  configuration: new TextEncoder().encode("{}"),
};
const created = { title: "Your Changes", description: "" };
const { signal } = new AbortController();

const calls: Readonly<Record<string, (send: Send, ref: ConnectorRef) => Promise<unknown>>> = {
  "a list": listConnectors,
  "a create": (send, ref) => postConnector(send, ref, created, "form", signal),
  "a create as JSON": (send, ref) => postConnector(send, ref, created, "json", signal),
  "a read": getConnector,
  "a publish": (send, ref) => putConnector(send, ref, update),
  "a delete": deleteConnector,
  "a list of secrets": listSecrets,
  "a new secret": (send, ref) => postSecret(send, ref, { name: "a", value: "v4lue" }),
  "another value of a secret": (send, ref) => putSecret(send, ref, "sec_1", "v4lue"),
  "a delete of a secret": (send, ref) => deleteSecret(send, ref, "sec_1"),
  "a look at the logo": getLogo,
  "another logo": (send, ref) => postLogo(send, ref, new Blob(["x"], { type: "image/png" })),
  "a list of logs": (send, ref) => listLogs(send, ref, { limit: 1 }),
  "a log entry": (send, ref) => getLog(send, ref, "1-log"),
  "a team's name": getTeamName,
};

describe("A call that was made for one account", () => {
  const { origin, control, connection, exchanges, send, ref } = useApi();
  const nothingWasSent = async () => {
    assert.deepEqual(await control().requests(), []);
    assert.deepEqual(exchanges, []);
  };

  for (const [name, call] of Object.entries(calls)) {
    it(`is not sent to another: ${name}`, async () => {
      const confirmed = ref("T3S70");
      for (const teamId of [otherTeam, ""]) {
        connection.teamId = teamId;
        const { wanted, current } = await thrownBy(call(send, confirmed), WrongAccountError);
        assert.deepEqual([wanted.teamId, current.teamId], [confirmed.teamId, teamId]);
      }
      connection.teamId = confirmed.teamId;
      const elsewhere = { ...confirmed, origin: "https://eu.example.org" };
      const { current } = await thrownBy(call(send, elsewhere), WrongAccountError);
      assert.equal(current.origin, origin());
      await nothingWasSent();
    });
  }

  it("goes by what is signed in to when it is sent, and not by what was before", async () => {
    const confirmed = ref("T3S70");
    let read = () => {};
    const isRead = new Promise<void>((resolve) => (read = resolve));
    const switching = createSend({
      credentials: async (): Promise<Credentials> => {
        await isRead;
        return { ...connection };
      },
      timeoutSeconds: () => 5,
      observe: (exchange) => exchanges.push(exchange),
    });
    const deleted = thrownBy(deleteConnector(switching, confirmed), WrongAccountError);
    connection.teamId = otherTeam;
    read();
    await deleted;
    await nothingWasSent();
  });

  it("is told to be another's even where no key is bound to the service that is set now", async () => {
    const keyless = createSend({
      credentials: async () => ({ ...connection, key: undefined }),
      timeoutSeconds: () => 5,
      observe: (exchange) => exchanges.push(exchange),
    });
    const elsewhere = { ...ref("T3S70"), origin: "https://eu.example.org" };
    await thrownBy(deleteConnector(keyless, elsewhere), WrongAccountError);
    await thrownBy(deleteConnector(keyless, ref("T3S70")), SignedOutError);
    await nothingWasSent();
  });

  it("takes the service behind a gateway's path for the same", async () => {
    connection.href += "/gateway";
    await assert.rejects(getConnector(send, ref("T3S70")));
    assert.equal((await control().requests()).length, 1);
  });
});

describe("A call that is no team's", () => {
  const { origin, control, connection, send } = useApi();

  it("is sent whatever the team, and to its own service alone", async () => {
    for (const teamId of [otherTeam, ""]) {
      connection.teamId = teamId;
      await fetchSchema(send, send, origin());
    }
    const asked = (await control().schemaRequests()).length;
    await thrownBy(fetchSchema(send, send, "https://eu.example.org"), WrongAccountError);
    assert.equal((await control().schemaRequests()).length, asked);
  });
});
