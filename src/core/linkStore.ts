import { LinksError, readLink, writeLink, type Link } from "./links";
import { plainText } from "./plainText";
import { Turns } from "./turns";

/** Reads and writes links files, by their URIs. */
export interface LinksDisk {
  /** Undefined where there is no such file; throws why it can't be read. */
  readonly read: (links: string) => Promise<string | undefined>;
  /** Throws why it can't be written. */
  readonly write: (links: string, text: string) => Promise<void>;
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

/** The links of files to connectors. What is asked and changed of one links file happens in turn. */
export class LinkStore {
  private readonly turns = new Turns();

  constructor(private readonly disk: LinksDisk) {}

  /** Undefined where the file has no link. Throws `LinksError` where the links file can't be read. */
  get({ links, name }: LinkedPlace): Promise<Link | undefined> {
    return this.take(links, async () => readLink(await this.read(links), name));
  }

  /** Throws what `get` throws, and then changes nothing; or why the links file can't be written. */
  set(place: LinkedPlace, link: Link): Promise<void> {
    return this.change(place, (text) => writeLink(text, place.name, link));
  }

  /** Links a file that has no link; one that belongs to another connector stays with it. Throws as `set` does. */
  setIfNone(place: LinkedPlace, link: Link): Promise<void> {
    const { name } = place;
    return this.change(place, (text) =>
      readLink(text, name) ? undefined : writeLink(text, name, link),
    );
  }

  private change(
    { links }: LinkedPlace,
    edit: (text: string | undefined) => string | undefined,
  ): Promise<void> {
    return this.take(links, async () => {
      const before = await this.read(links);
      const after = edit(before);
      if (after !== undefined && after !== before) {
        await this.disk.write(links, after);
      }
    });
  }

  private async read(links: string): Promise<string | undefined> {
    try {
      return await this.disk.read(links);
    } catch (error) {
      throw new LinksError(plainText(error instanceof Error ? error.message : String(error), 300));
    }
  }

  /** Nobody reads what is half written, and nobody writes over what another one adds. */
  private async take<T>(links: string, task: () => Promise<T>): Promise<T> {
    try {
      return await this.turns.take(links, task);
    } catch (error) {
      throw error instanceof LinksError
        ? new LinksError(error.why, links, this.disk.path(links))
        : error;
    }
  }
}
