/** The view of rows as a page without an editor around it: what the extension would send it sends itself. */
import "../../../src/features/rows/webview/main";
import type { ToRowsView } from "../../../src/features/rows/rowsMessages";
import type { RunResult } from "../../../src/features/rows/runResult";
import { sendRun } from "../../../src/features/rows/sendRun";

declare global {
  interface Window {
    /** Shows a run as the extension does; resolves when all of it is sent. */
    showRun(result: RunResult, previous?: RunResult): Promise<void>;
    /** What the view has posted to the extension. */
    readonly posted: unknown[];
    posts(message: ToRowsView): void;
  }
}

let runs = 0;

window.posts = (message) => window.postMessage(message, "*");

window.showRun = async (result, previous) => {
  window.posts({ type: "language", language: "en", translations: {} });
  const run = ++runs;
  await sendRun({
    run,
    result,
    previous,
    startedAt: "14:05:30",
    post: async (message) => {
      window.posts(message);
      await new Promise((resolve) => setTimeout(resolve));
    },
    isWanted: () => run === runs,
  });
};
