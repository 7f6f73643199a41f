import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extensionSchemaEntries } from "../../src/features/schema/schemaProperty";
import { root } from "./paths";

/** A folder to try the extension in, with an example of every file that it has a use for. */
export interface Playground {
  readonly folder: string;
  /** Deletes the folder with all that was done in it. */
  remove(): void;
}

/** Copies `test/playground`: what a person does in the copy changes nothing in the project. */
export function createPlayground(): Playground {
  const parent = mkdtempSync(join(tmpdir(), "supermetrics-"));
  const folder = join(parent, "playground"); // the name that the workbench shows
  cpSync(join(root, "test/playground"), folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Settings of a person who looks at a folder for the first time: what the folder is for is shown. The schema that
 * configurations name by its public address comes from the extension, which has the sandbox's.
 */
export const playgroundSettings = {
  "workbench.startupEditor": "readme",
  "json.schemas": extensionSchemaEntries(),
} as const;
