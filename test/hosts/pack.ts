import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { output, root } from "./paths";

/** Where a packed extension is. */
export const packagePath = join(output, "extension.vsix");

let packed: Promise<string> | undefined;

/**
 * Packages the extension as `npm run package` does, once a process, unless `TEST_PACKAGE` names one that is there.
 * @returns the path of the file
 */
export function packExtension(): Promise<string> {
  packed ??= pack();
  return packed;
}

async function pack(): Promise<string> {
  const given = process.env["TEST_PACKAGE"];
  if (given) {
    return given;
  }
  mkdirSync(output, { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false, // the pictures of the README are in the package
  });
  return packagePath;
}
