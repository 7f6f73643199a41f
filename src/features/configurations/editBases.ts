import { connectorKey, type ConnectorRef } from "../../platform/connectorRef";
import type { Storage } from "../../platform/storage/accountStorage";
import { members, number, text } from "../../platform/storage/shape";
import type { BaseVersion } from "../connectors/storedConnector";
import { versionId } from "../../platform/json/tokens";

/** What the editor asks of a file before it writes it. */
export interface FileTimes {
  /** Milliseconds since 1970, from the server; 0 when it does not say. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Bytes. */
  readonly size: number;
}

const baseRecord = members({ id: text, createdAt: number, updatedAt: number, size: number });

type BaseRecord = NonNullable<ReturnType<typeof baseRecord>>;

/**
 * The versions that edits began from, for as long as they are not published. Their names are kept in the
 * window's state: the editor brings what was typed through a reload, and what it began from must come along.
 */
export class EditBases {
  private readonly texts = new Map<string, string>();

  constructor(private readonly storage: Pick<Storage, "get" | "update">) {}

  /**
   * Takes note that an edit begins.
   * @param published the configuration as the service has it, when the edit begins
   */
  start(ref: ConnectorRef, published: string, times: FileTimes): void {
    const { createdAt, updatedAt, size } = times;
    const record: BaseRecord = { id: versionId(published), createdAt, updatedAt, size };
    this.texts.set(connectorKey(ref), published);
    void this.storage.update(this.key(ref), record);
  }

  /**
   * An edit begins where there was none, or ends.
   * @param loaded what the document shows that is edited, as far as that is known
   * @returns what an edit that has ended by that began from
   */
  editChanged(
    ref: ConnectorRef,
    isDirty: boolean,
    loaded: (FileTimes & { readonly published: string }) | undefined,
  ): BaseVersion | undefined {
    const base = this.get(ref);
    if (!isDirty) {
      this.end(ref);
      return base;
    }
    if (loaded && !base) {
      this.start(ref, loaded.published, loaded);
    }
    return undefined;
  }

  /** @returns the published version that the edit of a connector's configuration began from, or undefined without an edit */
  get(ref: ConnectorRef): BaseVersion | undefined {
    const published = this.texts.get(connectorKey(ref));
    return published === undefined ? this.record(ref) : { text: published };
  }

  /** @returns the file times that the editor was given for that version */
  times(ref: ConnectorRef): FileTimes | undefined {
    return this.record(ref);
  }

  private end(ref: ConnectorRef): void {
    if (this.record(ref)) {
      this.texts.delete(connectorKey(ref));
      void this.storage.update(this.key(ref), undefined);
    }
  }

  private record(ref: ConnectorRef): BaseRecord | undefined {
    return baseRecord(this.storage.get(this.key(ref)));
  }

  private key(ref: ConnectorRef): string {
    return `editBase ${connectorKey(ref)}`;
  }
}
