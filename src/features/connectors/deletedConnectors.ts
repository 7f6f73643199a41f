import type { Account } from "../../platform/account";
import type { FileStorage } from "../../platform/storage/fileStorage";
import { members, number, text } from "../../platform/storage/shape";

const deleted = members({
  identifier: text,
  name: text,
  description: text,
  /** Milliseconds since 1970. */
  deletedAt: number,
  /** JSON text as it was on the service. */
  configuration: text,
});

/** A connector that was deleted from here, as far as it can be made again. */
export type DeletedConnector = NonNullable<ReturnType<typeof deleted>>;

const maximum = 50;

/** What was deleted from here, kept on this computer: the service has no way back. */
export class DeletedConnectors {
  constructor(private readonly files: FileStorage) {}

  /** Must be kept before the connector is deleted; rejects when it cannot be. */
  async add(account: Account, connector: DeletedConnector): Promise<void> {
    await this.files.write(fileOf(account, connector), JSON.stringify(connector));
    const names = (await this.files.list(folderOf(account))).toSorted();
    for (const old of names.slice(0, -maximum)) {
      await this.files.remove([...folderOf(account), old]);
    }
  }

  /** Forgets one that was not deleted after all; rejects when it cannot be forgotten. */
  async remove(account: Account, connector: DeletedConnector): Promise<void> {
    await this.files.remove(fileOf(account, connector));
  }

  /** The last deleted first. */
  async list(account: Account): Promise<readonly DeletedConnector[]> {
    const names = await this.files.list(folderOf(account));
    const texts = await Promise.all(
      names.map((name) => this.files.read([...folderOf(account), name])),
    );
    return texts
      .flatMap((written) => deleted(parsed(written)) ?? [])
      .toSorted((a, b) => b.deletedAt - a.deletedAt);
  }
}

function fileOf(account: Account, { deletedAt }: DeletedConnector): string[] {
  return [...folderOf(account), `${deletedAt}.json`];
}

function folderOf({ origin, teamId }: Account): string[] {
  return ["versions", "deleted", encodeURIComponent(origin), teamId];
}

function parsed(written: string | undefined): unknown {
  try {
    return written === undefined ? undefined : JSON.parse(written);
  } catch {
    return undefined;
  }
}
