import { createControl, defaultKey, defaultTeam, startSandbox } from "../sandbox";
import { sourceToken, startSource } from "../source";
import { packExtension } from "./pack";
import { createPlayground, playgroundSettings } from "./playground";
import { startServer } from "./server";

/** `npm start`: the sandbox API and a real VS Code with the extension in it and a folder to try it in, until Ctrl+C. */
async function start(): Promise<void> {
  const sandbox = await startSandbox({ port: portFrom("SANDBOX_PORT", 0) });
  const source = await startSource({ port: portFrom("SOURCE_PORT", 0) });
  const control = createControl(sandbox.origin);
  await control.addSourceConnector(defaultTeam, source.origin);
  // A test run takes some seconds, as those of the service do.
  await control.settings({ queryStates: ["SCHEDULED", "QUEUED", "RUNNING"] });
  const playground = createPlayground();
  const host = await startServer("newest", {
    vsix: await packExtension(),
    port: portFrom("PORT", 8333),
    folder: playground.folder,
    settings: { ...playgroundSettings, "supermetrics.apiBaseUrl": sandbox.origin },
  });
  console.log(`
VS Code with the extension:  ${host.url()}
Sandbox API:                 ${sandbox.origin}
Source for previews:         ${source.origin}

Sign in with (F1, "Supermetrics: Sign In…"):
  API key  ${defaultKey}
  Team ID  ${defaultTeam}

Open "Harbour News" and select Preview above a report type. It asks for
  Access token  ${sourceToken}
A test run of it can use Ann's login, or one made on the sandbox's login page with the same token.

In this browser-served VS Code the secret storage lives in memory: after a reload, sign in again.
Ctrl+C ends all of it.
`);
  const end = async () => {
    await host.close();
    await sandbox.close();
    await source.close();
    playground.remove();
    process.exit(0);
  };
  process.once("SIGINT", () => void end());
  process.once("SIGTERM", () => void end());
}

function portFrom(variable: string, fallback: number): number {
  return Number(process.env[variable] ?? fallback);
}

start().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
