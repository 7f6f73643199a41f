import { setImmediate } from "node:timers/promises";
import { defaultOrigin } from "../../../src/platform/http/baseUrl";
import { LinkStore, type LinksDisk } from "../../../src/features/files/linkStore";
import type { Link } from "../../../src/features/files/fileLinks";
import { MemoryStorage } from "./memoryStorage";

export const links = "file:///folder/supermetrics-connectors.json";
export const place = (name: string) => ({ links, name });
export const link = (identifier: string, version = "0123456789abcdef0123456789abcdef"): Link => ({
  ref: { origin: defaultOrigin, teamId: "1", identifier },
  version,
  schemaAdded: false,
});

/** A disk that takes its time, so that deeds that do not wait for each other mix. */
export function stage(text?: string) {
  let otherText: string | undefined;
  const disk = {
    text,
    writes: 0,
    broken: undefined as Error | undefined,
    isReadOnly: false,
    gone: [] as string[],
  };
  const storage = new MemoryStorage();
  const parts: LinksDisk = {
    read: async (uri) => {
      await setImmediate();
      if (disk.broken) {
        throw disk.broken;
      }
      return uri === links ? disk.text : otherText;
    },
    write: async (uri, written) => {
      if (disk.isReadOnly) {
        throw new Error("EACCES: permission denied");
      }
      disk.writes++;
      if (uri !== links) {
        otherText = written;
        return;
      }
      disk.text = ""; // what is half written
      await setImmediate();
      disk.text = written;
    },
    exists: async ({ name }) => !disk.gone.includes(name),
    path: () => "app/supermetrics-connectors.json",
  };
  /** As after a reload of the window. */
  const reloaded = () => new LinkStore(parts, storage);
  return { disk, reloaded, store: reloaded() };
}
