import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { output, root } from "./paths";

let packed: Promise<string> | undefined;

/** Packages the extension as `npm run package` does, once a process. @returns the path of the file */
export function packExtension(): Promise<string> {
  packed ??= pack();
  return packed;
}

async function pack(): Promise<string> {
  mkdirSync(output, { recursive: true });
  const packagePath = join(output, "extension.vsix");
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false, // the pictures of the README are in the package
  });
  return packagePath;
}
