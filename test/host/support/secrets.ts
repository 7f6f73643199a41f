import * as vscode from "vscode";
import { own } from "./configurations";
import { person, sandbox } from "./stage";

/** The connector of this test, as the tree hands it over. */
export const ownNode = () => ({ kind: "connector", connector: { identifier: own(), name: "Own" } });

/** A configuration that declares these secrets. */
export const declaring = (...ids: string[]) =>
  JSON.stringify(
    {
      reporting: { reportTypes: [{ id: "days", fields: [{ id: "opens" }] }] },
      secrets: { items: ids.map((id) => ({ id, classification: "secret", source: "encrypted" })) },
    },
    undefined,
    2,
  );

/** The requests since they were cleared: method, end of the path, and body. */
export const asked = async () =>
  (await sandbox.requests()).map(({ method, path, body }) => ({
    call: `${method} ${path.split("/").at(-1)}`,
    body: body && (JSON.parse(body) as unknown),
  }));

/** Registers a secret of the connector of this test, as a person does. */
export async function register(name: string, value = "v4lue"): Promise<void> {
  const done = vscode.commands.executeCommand("supermetrics.registerSecret", ownNode());
  await person({ answer: name, to: "Secret name" }, { answer: value, to: "Value for" });
  await done;
}
