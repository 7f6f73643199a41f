import * as vscode from "vscode";
import { PreviewMemory } from "../../../src/features/preview/previewMemory";
import { previewTargetOf } from "../../../src/features/preview/previewTargets";
import { TestValueStore } from "../../../src/features/preview/testValueStore";
import { PreviewRunner } from "../../../src/features/preview/ui/previewRunner";
import type { RunResult } from "../../../src/features/rows/runResult";
import { AccountStorage } from "../../../src/platform/storage/accountStorage";
import { QuickPrompts } from "../../../src/platform/ui/quickPrompts";
import { MemoryFileStorage } from "../../unit/support/memoryFileStorage";
import { MemoryStorage } from "../../unit/support/memoryStorage";

/**
 * The runner of previews as the extension has it, with stores of its own: in a host that runs tests nobody can agree to
 * a host, since that shows no modal dialogs.
 */
export function usePreviews() {
  const state = new MemoryStorage();
  const secrets = new Map<string, string>();
  const storage = new AccountStorage(state, new MemoryFileStorage());
  const store = new TestValueStore(storage, {
    get: async (name) => secrets.get(name),
    store: async (name, value) => void secrets.set(name, value),
    delete: async (name) => void secrets.delete(name),
  });
  const memory = new PreviewMemory();
  storage.forgetAlso(async () => memory.forget());
  const shown: RunResult[] = [];
  const show = (result: RunResult) => void shown.push(result);
  const runner = new PreviewRunner({ store, memory, prompts: new QuickPrompts(), show });
  return {
    memory,
    shown,
    /** All that is kept, besides secrets. */
    kept: () => JSON.stringify(state.keys().map((key) => [key, state.get(key)])),
    secrets,
    /** What the sign-out does. */
    forget: () => storage.forgetAll(),
    /** Previews a request of a document whose host was agreed to. */
    preview: async (document: vscode.TextDocument, id: string, origin: string): Promise<void> => {
      const configuration: unknown = JSON.parse(document.getText());
      const target = previewTargetOf(configuration, id);
      if (!target) {
        throw new Error(`There is no request ${id}.`);
      }
      const key = document.uri.toString();
      await store.confirm(key, origin);
      await runner.run({ document, configuration, key, owner: "Harbour News" }, target);
    },
  };
}
