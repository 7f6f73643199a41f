import * as z from "zod/mini";
import { isSameLink, linkedTo, readLink, removeLink, writeLink, type Link } from "./fileLinks";
import { LinksError, LinksWriteError } from "./linkErrors";
import type { Storage } from "../../platform/storage/accountStorage";
import { plainText } from "../../platform/words/plainText";
import { KeyedQueue } from "../../platform/keyedQueue";

/** Reads and writes links files, by their URIs. */
export interface LinksDisk {
  /** Undefined where there is no such file; throws why it can't be read. */
  readonly read: (links: string) => Promise<string | undefined>;
  /** Throws why it can't be written. */
  readonly write: (links: string, text: string) => Promise<void>;
  /** Whether there is a file of that name beside the links file, as far as can be told. */
  readonly exists: (place: LinkedPlace) => Promise<boolean>;
  /** The file's path, as the workspace names it. */
  readonly path: (links: string) => string;
}

/** A file with a configuration, and where its link stands. */
export interface LinkedPlace {
  /** URI of the links file in the same folder. */
  readonly links: string;
  /** The file's own name. */
  readonly name: string;
}

const linkRecord = z.object({
  ref: z.object({ origin: z.string(), teamId: z.string(), identifier: z.string() }),
  version: z.string(),
  schemaAdded: z.boolean(),
});

/** What couldn't be written. */
const unwrittenSchema = z.object({
  /** What the file is linked to; undefined where it is linked to nothing any more. */
  link: z.optional(linkRecord),
  /** What the links file says instead: when it says something else, that counts. */
  instead: z.optional(linkRecord),
});

/**
 * The links of files to connectors. What is asked and changed of one links file happens in turn. What can't
 * be written is remembered in the window's state: a link that lags behind would take what the person
 * published for somebody else's.
 */
export class LinkStore {
  private readonly queue = new KeyedQueue();
  /** What the links files said when they could last be read. */
  private readonly seen = new Map<string, Link | undefined>();

  constructor(
    private readonly disk: LinksDisk,
    private readonly storage: Pick<Storage, "get" | "update">,
  ) {}

  /** Undefined where the file has no link. Throws `LinksError` where the links file can't be read. */
  get(place: LinkedPlace): Promise<Link | undefined> {
    return this.take(place, async () => this.linkIn(await this.read(place), place));
  }

  /**
   * Links a file. Other files that were linked to the same connector and are there no more, perhaps because
   * this is one of them under another name, lose their links.
   * Throws `LinksError` or `LinksWriteError`; the link is remembered anyway.
   */
  set(place: LinkedPlace, link: Link): Promise<void> {
    return this.take(place, async () => {
      await this.change(place, link, async (text) => {
        let written: string | undefined = writeLink(text, place.name, link);
        for (const name of linkedTo(text, link.ref)) {
          if (name !== place.name && !(await this.disk.exists({ ...place, name }))) {
            written = removeLink(written, name);
          }
        }
        return written;
      });
    });
  }

  /** Links a file that has no link; one that belongs to another connector stays with it. Throws as `set` does. */
  async setIfNone(place: LinkedPlace, link: Link): Promise<void> {
    if (!(await this.get(place))) {
      await this.set(place, link);
    }
  }

  /**
   * Follows a file to another name or folder. Where it has no link, neither has what is there now.
   * Throws `LinksError` or `LinksWriteError`; what can't be written is remembered anyway.
   */
  async move(from: LinkedPlace, to: LinkedPlace): Promise<void> {
    const link = await this.get(from);
    // The old link goes whatever becomes of the new one: it would be taken for a new file's.
    const outcomes = await Promise.allSettled([this.put(to, link), this.put(from, undefined)]);
    const failed = outcomes.find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") {
      throw failed.reason;
    }
  }

  private put(place: LinkedPlace, link: Link | undefined): Promise<void> {
    return link
      ? this.set(place, link)
      : this.take(place, () =>
          this.change(place, undefined, (text) => removeLink(text, place.name)),
        );
  }

  private linkIn(text: string | undefined, place: LinkedPlace): Link | undefined {
    const written = readLink(text, place.name);
    this.seen.set(keyOf(place), written);
    const unwritten = unwrittenSchema.safeParse(this.storage.get(keyOf(place))).data;
    return unwritten && isSameLink(unwritten.instead, written) ? unwritten.link : written;
  }

  private async change(
    place: LinkedPlace,
    link: Link | undefined,
    edit: (text: string | undefined) => string | undefined | Promise<string | undefined>,
  ): Promise<void> {
    const { links } = place;
    try {
      const before = await this.read(place);
      this.linkIn(before, place);
      const after = await edit(before);
      if (after !== undefined && after !== before) {
        await this.write(links, after);
      }
      this.seen.set(keyOf(place), link);
      if (this.storage.get(keyOf(place)) !== undefined) {
        this.remember(place, undefined);
      }
    } catch (error) {
      this.remember(place, { link, instead: this.seen.get(keyOf(place)) });
      throw error;
    }
  }

  private remember(place: LinkedPlace, unwritten: z.infer<typeof unwrittenSchema> | undefined) {
    void this.storage.update(keyOf(place), unwritten);
  }

  private async read({ links }: LinkedPlace): Promise<string | undefined> {
    try {
      return await this.disk.read(links);
    } catch (error) {
      throw new LinksError(plainText(messageOf(error), 300));
    }
  }

  private async write(links: string, text: string): Promise<void> {
    try {
      await this.disk.write(links, text);
    } catch (error) {
      throw new LinksWriteError(this.disk.path(links), messageOf(error));
    }
  }

  /** Nobody reads what is half written, and nobody writes over what another one adds. */
  private async take<T>({ links }: LinkedPlace, task: () => Promise<T>): Promise<T> {
    try {
      return await this.queue.run(links, task);
    } catch (error) {
      throw error instanceof LinksError
        ? new LinksError(error.why, links, this.disk.path(links))
        : error;
    }
  }
}

function keyOf({ links, name }: LinkedPlace): string {
  return `unwrittenLink ${links} ${name}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
