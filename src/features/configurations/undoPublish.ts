import type { VersionId } from "../../platform/json/tokens";
import type { Version } from "./versionFileName";

/** What undoing the last publish from here comes to. */
export type Undo =
  | { readonly kind: "restore"; readonly version: Version }
  /** What is published came from here, and nothing that was published before it is kept. */
  | { readonly kind: "nothingBefore" }
  /** Something else was published after it. */
  | { readonly kind: "overtaken" }
  /** Nothing was published from here. */
  | { readonly kind: "neverPublished" };

/**
 * Which version undoing the last publish from here would restore, or why there is none.
 * @param versions what is kept of a connector, the newest first; edits that were never published do not count
 * @param current the version that is published now, whatever the versions' times say
 */
export function findUndo(versions: readonly Version[], current: VersionId): Undo {
  const published = versions.filter(({ origin }) => origin !== "edit");
  const index = published.findIndex(({ id }) => id === current);
  if (published[index]?.origin === "here") {
    const before = published[index + 1];
    return before ? { kind: "restore", version: before } : { kind: "nothingBefore" };
  }
  const isOvertaken = published.some(({ origin }) => origin === "here");
  return { kind: isOvertaken ? "overtaken" : "neverPublished" };
}
