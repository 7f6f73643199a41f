import { join, resolve } from "node:path";

/** The project's folder. */
export const root = resolve(__dirname, "../..");

/** What the tests install for themselves; ignored by git, kept between runs. */
export const installed = join(root, ".vscode-test");

/** What test runs leave: bundled suites, screenshots. Ignored by git. */
export const output = join(root, "out");

export const screenshots = join(output, "screenshots");
