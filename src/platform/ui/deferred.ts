import * as vscode from "vscode";
import { lazy } from "../lazy";
import { LoadError } from "../loadError";

type Modules = Readonly<Record<string, unknown>>;
type Chunks = Readonly<Record<string, () => Promise<unknown>>>;

let extension: vscode.Uri | undefined;
let shared: Modules = {};

/**
 * Names the place of the file with what the start does not need. The build makes one of all that is only reached
 * through `import()`, and has `importDeferred` called instead.
 * @param folder the extension's
 */
export function deferTo(folder: vscode.Uri): void {
  extension = folder;
}

/** Takes the modules of the main file that the other one imports, by the names that it has for them. Called by the build. */
export function share(modules: Modules): void {
  shared = modules;
}

/**
 * Gives a module of the other file, and loads that one with the first of them. Called by the build.
 * @throws `LoadError`; the next call tries again
 */
export async function importDeferred(name: string): Promise<unknown> {
  const module = (await load())[name];
  if (!module) {
    throw new LoadError(name);
  }
  return module();
}

/**
 * In the way that the web worker host loads the main file, where neither `require` nor `import()` loads files. The
 * Node host has it too, so that there is one way.
 */
const load = lazy(async (): Promise<Chunks> => {
  try {
    if (!extension) {
      throw new Error("deferred.js");
    }
    const file = vscode.Uri.joinPath(extension, "dist", "deferred.js");
    const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    return evaluate(`${source}\n//# sourceURL=${file.toString(true)}#vscode-extension`);
  } catch (error) {
    throw new LoadError(error instanceof Error ? error.message : String(error));
  }
});

/** @param source of a CommonJS module: a file of the extension's own package */
function evaluate(source: string): Chunks {
  const module: { exports: { readonly chunks?: Chunks } } = { exports: {} };
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function("module", "exports", "require", source)(module, module.exports, required);
  return module.exports.chunks ?? {};
}

function required(name: string): unknown {
  const module = name === "vscode" ? vscode : shared[name];
  if (!module) {
    throw new LoadError(name);
  }
  return module;
}
