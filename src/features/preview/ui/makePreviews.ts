import { PreviewMemory } from "../previewMemory";
import { PreviewDiagnostics } from "./previewDiagnostics";
import { previewHandlers, type PreviewParts } from "./previewCommands";

/** What there is of previews once they are loaded. */
export type MadePreviews = ReturnType<typeof makePreviews>;

/** Puts the feature together. */
export function makePreviews(parts: Omit<PreviewParts, "memory">) {
  const memory = new PreviewMemory();
  const diagnostics = new PreviewDiagnostics(memory);
  return {
    memory,
    handlers: previewHandlers({ ...parts, memory }),
    dispose: () => diagnostics.dispose(),
  };
}
