import { KeyedQueue } from "../../platform/keyedQueue";
import type { AccountStorage, AccountValue } from "../../platform/storage/accountStorage";
import {
  maxReadTime,
  within,
  maxWriteTime,
  type SecretStorage,
} from "../../platform/storage/secretStorage";
import { record, text } from "../../platform/storage/shape";

/** One secret for all connectors, so that all of them can be forgotten at once: the store lists none. */
const secretName = "supermetrics.previewCredentials";

const texts = record(text);

/** By connector, then by the origin that they may be sent to. */
const credentials = record(record(texts));

type Credentials = NonNullable<ReturnType<typeof credentials>>;

/** The test values that a person gave, by connector, until the sign-out. Credentials are kept apart, for one origin each. */
export class TestValueStore {
  private readonly plain: AccountValue<Record<string, string>>;
  private readonly origins: AccountValue<string[]>;
  private readonly queue = new KeyedQueue();

  constructor(
    storage: AccountStorage,
    private readonly secrets: SecretStorage,
  ) {
    this.plain = storage.value("previewValues", texts);
    this.origins = storage.texts("previewOrigins");
    storage.forgetAlso(() =>
      this.queue.run("", () => within(maxWriteTime, secrets.delete(secretName))),
    );
  }

  /** What was given for a connector, but credentials. */
  values(connector: string): Readonly<Record<string, string>> {
    return this.plain.get(connector) ?? {};
  }

  /** Keeps what was given for a connector, but credentials. Rejects where the editor can't write its state. */
  async setValues(connector: string, values: Readonly<Record<string, string>>): Promise<void> {
    await this.plain.set(connector, { ...this.values(connector), ...values });
  }

  /** The credentials that may be sent to an origin; none where the store of secrets gives none. Does not reject. */
  async credentials(connector: string, origin: string): Promise<Readonly<Record<string, string>>> {
    try {
      return (await this.queue.run("", () => this.read()))[connector]?.[origin] ?? {};
    } catch {
      return {};
    }
  }

  /** Rejects where the store of secrets doesn't take them. */
  async setCredentials(
    connector: string,
    origin: string,
    values: Readonly<Record<string, string>>,
  ): Promise<void> {
    await this.change((all) => ({
      ...all,
      [connector]: {
        ...all[connector],
        [origin]: { ...all[connector]?.[origin], ...values },
      },
    }));
  }

  /** Whether the person agreed that requests of a connector go to an origin. */
  isConfirmed(connector: string, origin: string): boolean {
    return this.origins.get(connector)?.includes(origin) ?? false;
  }

  /** Takes note that requests of a connector may go to an origin. Rejects as `setValues`. */
  async confirm(connector: string, origin: string): Promise<void> {
    if (!this.isConfirmed(connector, origin)) {
      await this.origins.set(connector, [...(this.origins.get(connector) ?? []), origin]);
    }
  }

  /** Forgets all of a connector's, and that its hosts were confirmed. */
  async forget(connector: string): Promise<void> {
    await this.plain.set(connector, {});
    await this.origins.set(connector, []);
    await this.change(({ [connector]: _forgotten, ...rest }) => rest);
  }

  /** @param edit gives what is to be kept */
  private change(edit: (all: Credentials) => Credentials): Promise<void> {
    return this.queue.run("", async () => {
      const next = edit(await this.read());
      if (Object.keys(next).length > 0) {
        await within(maxWriteTime, this.secrets.store(secretName, JSON.stringify(next)));
      } else {
        await within(maxWriteTime, this.secrets.delete(secretName));
      }
    });
  }

  /** What can't be read is nothing; throws where the store of secrets doesn't answer. */
  private async read(): Promise<Credentials> {
    const secret = (await within(maxReadTime, this.secrets.get(secretName))) ?? "{}";
    try {
      return credentials(JSON.parse(secret)) ?? {};
    } catch {
      return {};
    }
  }
}
