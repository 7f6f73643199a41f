import * as l10n from "@vscode/l10n";
import type { VersionId } from "../../platform/json/tokens";
import type { PickItem } from "../../platform/flow/prompts";
import { relativeTime } from "../../platform/words/time";
import { lineChanges } from "./lineChanges";
import type { Version } from "./versionFileName";

/** How long lines are counted for one list. Milliseconds. */
const maxWait = 2000;

/**
 * The versions as items of a list: when, by whom, which one is published.
 * @param versions the newest first
 * @param published undefined where it isn't known
 * @param now in milliseconds since 1970
 * @param details for those that are known, how a version differs from the current text
 */
export function versionItems(
  versions: readonly Version[],
  published: VersionId | undefined,
  now: number,
  details: ReadonlyMap<Version, string> = new Map(),
): PickItem<Version>[] {
  const current = versions.find(({ id, origin }) => id === published && origin !== "edit");
  return versions.map((version) => ({
    label: versionTime(version),
    description: [
      version === current ? l10n.t("current") : "",
      originText(version),
      relativeTime(version.at, now),
    ]
      .filter(Boolean)
      .join(", "),
    detail: details.get(version),
    icon: version === current ? "circle-filled" : version.origin === "edit" ? "edit" : "history",
    value: version,
  }));
}

/**
 * How many lines the current text has more and less than each version. Where that takes too long, later ones are left
 * out.
 * @param read gives the text of a version; what it throws counts as none
 */
export async function versionDifferences(
  versions: readonly Version[],
  text: string,
  read: (version: Version) => Promise<string | undefined>,
  now: () => number = Date.now,
): Promise<ReadonlyMap<Version, string>> {
  const end = now() + maxWait;
  const details = new Map<Version, string>();
  for (const version of versions) {
    const own = now() < end ? await read(version).catch(() => undefined) : undefined;
    const changes = own === undefined ? undefined : lineChanges(own, text);
    if (changes) {
      details.set(version, differenceText(changes.added, changes.removed));
    }
  }
  return details;
}

function differenceText(added: number, removed: number): string {
  if (added === 0 && removed === 0) {
    return l10n.t("Same as the current text");
  }
  return added === 1
    ? l10n.t("Since then: 1 line added, {0} removed", removed)
    : l10n.t("Since then: {0} lines added, {1} removed", added, removed);
}

/** The time by which versions are ordered, for people. */
export function versionTime({ at }: Version): string {
  return new Date(at).toLocaleString();
}

function originText({ origin }: Version): string {
  switch (origin) {
    case "here":
      return l10n.t("published by you");
    case "elsewhere":
      return l10n.t("published elsewhere");
    case "edit":
      return l10n.t("discarded edit");
  }
}
