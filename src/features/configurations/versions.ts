import { wellFormedJson } from "../../platform/json/wellFormedJson";
import type { Published } from "../connectors/publisher";
import { connectorKey, type ConnectorRef } from "../../platform/connectorRef";
import { parseServerTime } from "../../platform/http/serverTime";
import type { Author } from "./authors";
import type { Account } from "../../platform/account";
import type { BaseVersion, StoredConnector } from "../connectors/storedConnector";
import { versionId, type VersionId } from "../../platform/json/tokens";
import type { FileStorage } from "../../platform/storage/fileStorage";
import {
  versionFileName,
  parseVersionFileName,
  type Version,
  type VersionOrigin,
} from "./versionFileName";
import { newestFirst, publishedAt, timesOfPublish } from "./versionTimes";

/** A version that the service has. */
export interface SeenVersion {
  readonly ref: ConnectorRef;
  readonly stored: StoredConnector;
  /** Whether it was published from here. */
  readonly origin: "here" | "elsewhere";
}

/** What is kept for a connector at most. */
export const versionLimits = { versions: 100, length: 20_000_000 };

/**
 * Every version of a configuration that was seen or published here, kept on this computer. One file a
 * version, and what is known of it in its name: two windows can add without asking each other.
 */
export class Versions {
  /** Adding is a chain: each looks at what the one before left. */
  private adding: Promise<unknown> = Promise.resolve();
  private readonly authors = new Map<string, Author>();

  /**
   * @param limits number of versions, and their length together in UTF-16 code units
   * @param now in milliseconds since 1970
   */
  constructor(
    private readonly files: FileStorage,
    private readonly limits = versionLimits,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Keeps a version, unless it is known already: a published one as the one published before or after it, an edit
   * as any. One that was published is no discarded edit any more.
   * @param at when it came to be, in milliseconds since 1970
   */
  add(ref: ConnectorRef, text: string, origin: VersionOrigin, at: number): Promise<void> {
    const added = this.adding.then(() => this.addNow(ref, text, origin, at));
    this.adding = added.catch(() => undefined);
    return added;
  }

  /** Keeps what the service has. Does not reject: that it cannot be kept must not disturb what is being done. */
  async note(
    ref: ConnectorRef,
    stored: StoredConnector,
    origin: "here" | "elsewhere",
  ): Promise<void> {
    const at = publishedAt(stored, this.now());
    await this.add(ref, stored.text, origin, at).catch(() => undefined);
  }

  /** Keeps the versions that a publish has brought to light. */
  published({ ref, change, publication }: Published): void {
    const { configuration } = change;
    const keep = (text: string, origin: VersionOrigin, at: number) =>
      void this.add(ref, text, origin, at).catch(() => undefined);
    if (publication.kind === "published" && configuration) {
      const { before, stored } = publication;
      const times = timesOfPublish(before, stored, this.now());
      keep(before.text, "elsewhere", times.before);
      keep(stored.text, "here", times.stored);
    } else if (publication.kind === "unknown" && publication.wasAccepted && configuration) {
      keep(configuration.text, "here", this.now());
    } else if (publication.kind === "conflict") {
      void this.note(ref, publication.theirs, "elsewhere");
    }
  }

  /** The versions of a connector, the newest first by their times. */
  async list(ref: ConnectorRef): Promise<readonly Version[]> {
    await this.adding;
    return this.known(ref);
  }

  /** The text of a version; undefined when it is not kept any more. */
  async text(ref: ConnectorRef, id: VersionId): Promise<string | undefined> {
    const version = (await this.list(ref)).find((one) => one.id === id);
    return version && this.files.read([...folderOf(ref), versionFileName(version)]);
  }

  /** The text of the version that was published last, as far as was seen on this computer. */
  async lastPublished(ref: ConnectorRef): Promise<string | undefined> {
    const version = (await this.list(ref)).find(({ origin }) => origin !== "edit");
    return version && this.text(ref, version.id);
  }

  /** The text that an edit began from, where it is at hand or kept. */
  async textOf(ref: ConnectorRef, base: BaseVersion): Promise<string | undefined> {
    return "text" in base ? base.text : this.text(ref, base.id);
  }

  /** Remembers, for this window, who published a version, where more is known than its origin tells. */
  noteAuthor(ref: ConnectorRef, text: string, by: Author): void {
    this.authors.set(authorKey(ref, versionId(text)), by);
  }

  /** Who published a version. Does not reject. */
  async authorOf(ref: ConnectorRef, text: string): Promise<Author> {
    const id = versionId(text);
    return this.authorOfOne(ref, (one) => one.id === id && one.origin !== "edit", {
      noted: this.authors.get(authorKey(ref, id)),
      otherwise: { kind: "someoneElse" },
    });
  }

  /**
   * Who changed a connector last: known where that was a publish from this computer. Does not reject.
   * @param updatedAt when, as the service tells it
   */
  async lastAuthor(ref: ConnectorRef, updatedAt: string | undefined): Promise<Author> {
    const at = parseServerTime(updatedAt);
    return this.authorOfOne(ref, (one) => one.origin === "here" && one.at === at, {
      otherwise: { kind: "unknown" },
    });
  }

  private async authorOfOne(
    ref: ConnectorRef,
    isOne: (version: Version) => boolean,
    { noted, otherwise }: { readonly noted?: Author | undefined; readonly otherwise: Author },
  ): Promise<Author> {
    const versions = await this.list(ref).catch(() => undefined);
    const version = versions?.find(isOne);
    const author = noted ?? (version && this.authors.get(authorKey(ref, version.id)));
    if (author?.kind !== "you" && version?.origin === "here") {
      return { kind: "you" };
    }
    return author ?? (versions ? otherwise : { kind: "unknown" });
  }

  /** Removes what is kept for all teams and services. */
  async removeAll(): Promise<void> {
    await this.adding;
    await this.files.remove([root]);
  }

  /** Whether anything is kept at all. */
  async isEmpty(): Promise<boolean> {
    await this.adding;
    return (await this.files.list([root])).length === 0;
  }

  private async known(ref: ConnectorRef): Promise<readonly Version[]> {
    const names = await this.files.list(folderOf(ref));
    return names.flatMap((name) => parseVersionFileName(name) ?? []).toSorted(newestFirst);
  }

  private async addNow(
    ref: ConnectorRef,
    text: string,
    origin: VersionOrigin,
    at: number,
  ): Promise<void> {
    const id = versionId(text);
    const folder = folderOf(ref);
    const known = await this.known(ref);
    const last = known.reduce((highest, one) => Math.max(highest, one.order), 0);
    const order = Math.max(this.now(), last + 1);
    // A clock that was never set says a time before 1970, which no name can hold.
    const version: Version = { order, at: Math.max(0, at), origin, id, length: text.length };
    const same = sameVersion(version, known);
    const isFromHere = same?.origin === "elsewhere" && origin === "here";
    if (same && !isFromHere) {
      return;
    }
    const added = isFromHere ? { ...same, origin } : version;
    await this.files.write([...folder, versionFileName(added)], wellFormedJson(text));
    const isReplaced = (one: Version) => one === same || (one.id === id && one.origin === "edit");
    const kept = [added, ...known.filter((one) => !isReplaced(one))].toSorted(newestFirst);
    const excessive = excess(kept, this.limits).filter((one) => one !== added);
    for (const old of [...known.filter(isReplaced), ...excessive]) {
      await this.files.remove([...folder, versionFileName(old)]);
    }
  }
}

const root = "versions";

function authorKey(ref: ConnectorRef, id: VersionId): string {
  return `${connectorKey(ref)} ${id}`;
}

/** The identifier's digest too: file systems that ignore case would take `abc` for `ABC`. */
function folderOf(ref: ConnectorRef): string[] {
  const { identifier } = ref;
  return [
    ...accountFolder(ref),
    `${encodeURIComponent(identifier)}-${versionId(JSON.stringify(identifier)).slice(0, 8)}`,
  ];
}

function accountFolder({ origin, teamId }: Account): string[] {
  return [root, encodeURIComponent(origin), teamId];
}

/**
 * The known version that this one is: of an edit any with the same text; of what was published the one before or after
 * it, because nobody publishes twice what is published.
 */
function sameVersion(version: Version, known: readonly Version[]): Version | undefined {
  const isSame = (one: Version | undefined) => one?.id === version.id;
  if (version.origin === "edit") {
    return known.find(isSame);
  }
  const published = [version, ...known.filter(({ origin }) => origin !== "edit")].toSorted(
    newestFirst,
  );
  const index = published.indexOf(version);
  return [published[index + 1], published[index - 1]].find(isSame);
}

/** The oldest ones beyond what is kept; the two newest stay whatever their size. */
function excess(versions: readonly Version[], limits: typeof versionLimits): readonly Version[] {
  let total = 0;
  return versions.filter(({ length }, index) => {
    total += length;
    return index >= 2 && (index >= limits.versions || total > limits.length);
  });
}
