import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Host, type HostSetup, quietSettings } from "./host";
import { install } from "./install";
import { root } from "./paths";

export type ServerVersion = "oldest" | "newest";

/** VS Code Server as npm packages ship it: 1.100.3, the oldest that the extension supports, and 1.139.1. */
const packages: Record<ServerVersion, string> = { oldest: "4.100.3", newest: "4.139.1" };

export interface ServerSetup extends HostSetup {
  /**
   * The packaged extension, to be installed as a user would, or several. Without it the project's folder is loaded as
   * an extension in development, which suites need; the workbench then shows no notifications as toasts.
   */
  readonly vsix?: string | readonly string[];
  /** How long it keeps the extension host of a window that is gone, in seconds. Hours, where nothing is said. */
  readonly patience?: number;
}

export interface ServerHost extends Host {
  /** Takes back what windows have left: their settings, and edits, which hot exit would bring into the next one. */
  startOver(): void;
  /** Whether an edit that has this text is kept for a window that comes back. */
  hasBackup(text: string): boolean;
  /** Takes a file of the installed extension away. @returns what puts it back */
  withhold(file: string): () => void;
  /** Whether a file that it has written has this text: logs, state, backups, whatever it keeps. */
  hasStored(text: string): boolean;
}

/** Starts a VS Code Server on this computer with a user profile of its own. */
export async function startServer(
  version: ServerVersion,
  setup: ServerSetup = {},
): Promise<ServerHost> {
  const program = installServer(version);
  const data = mkdtempSync(join(tmpdir(), "vscode-server-"));
  const user = join(data, "data", "User");
  const backups = join(user, "Backups");
  const startOver = () => {
    rmSync(backups, { recursive: true, force: true, maxRetries: 5 });
    mkdirSync(user, { recursive: true });
    const settings = { ...quietSettings, ...setup.settings };
    writeFileSync(join(user, "settings.json"), JSON.stringify(settings, undefined, 2));
  };
  startOver();

  const common = ["--server-data-dir", data, "--accept-server-license-terms"];
  const { vsix } = setup;
  if (vsix) {
    const files = [vsix].flat();
    runToEnd(program, [...files.flatMap((file) => ["--install-extension", file]), ...common]);
  }
  const port = setup.port ?? (await freePort());
  const options = ["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"];
  const server = spawn(
    program.node,
    [
      program.main,
      ...options,
      ...common,
      "--telemetry-level",
      "off",
      ...(vsix ? [] : ["--enable-smoke-test-driver"]),
      ...(setup.patience ? ["--reconnection-grace-time", String(setup.patience)] : []),
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  await listening(server);

  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const development = vsix ? undefined : linked(root, join(data, "extension"));
  return {
    name: `server-${version}`,
    url({ suite } = {}) {
      const payload = [
        ...(development ? [["extensionDevelopmentPath", remote(development)]] : []),
        ...(suite ? [["extensionTestsPath", remote(suite)]] : []),
      ];
      const query = new URLSearchParams({
        ...(setup.folder ? { folder: setup.folder } : { ew: "true" }),
        ...(payload.length > 0 && { payload: JSON.stringify(payload) }),
      });
      return `http://127.0.0.1:${port}/?${query}`;
    },
    startOver,
    hasBackup: (text) =>
      filesBelow(backups).some((file) => readFileSync(file, "utf8").includes(text)),
    withhold(file) {
      const extensions = join(data, "extensions");
      const [own = ""] = readdirSync(extensions).filter((name) => name.startsWith("supermetrics-"));
      const path = join(extensions, own, file);
      renameSync(path, `${path}.away`);
      return () => renameSync(`${path}.away`, path);
    },
    hasStored: (text) => filesBelow(data).some((file) => readFileSync(file).includes(text)),
    async close() {
      server.kill();
      if (server.exitCode === null) {
        await once(server, "exit");
      }
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

interface Program {
  /** The Node that this version needs. */
  readonly node: string;
  readonly main: string;
}

/** Installs a server, and the Node that it needs, unless that was done before. */
export function installServer(version: ServerVersion): Program {
  const number = packages[version];
  const inner = "node_modules/code-server/lib/vscode";
  const folder = install({
    folder: `code-server-${number}`,
    packages: [`code-server@${number}`],
    nested: [inner],
  });
  const main = join(folder, inner, "out", "server-main.js");
  return { main, node: version === "newest" ? installNode() : process.execPath };
}

/** 1.139 needs Node 22.15 or newer; npm has the binaries as packages, one a platform. */
function installNode(): string {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = install({ folder: "node-24", packages: [`${name}@24`] });
  const file = process.platform === "win32" ? "node.exe" : "node";
  const node = join(folder, "node_modules", name, "bin", file);
  chmodSync(node, 0o755);
  return node;
}

function runToEnd({ node, main }: Program, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(node, [main, ...args], { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`VS Code Server ${args.join(" ")} failed:\n${stdout}${stderr}`);
  }
}

async function listening(server: ChildProcess): Promise<void> {
  let said = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  }
  const started = Date.now();
  while (!said.includes("Extension host agent listening")) {
    if (server.exitCode !== null || Date.now() - started > 60_000) {
      throw new Error(`VS Code Server did not start:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * The workbench takes every theme below an extension in development for one of its own, and chooses the
 * first; the hosts and their themes are installed below the project.
 */
function linked(folder: string, link: string): string {
  symlinkSync(folder, link, "junction");
  return link;
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
