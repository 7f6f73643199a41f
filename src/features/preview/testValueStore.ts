import * as z from "zod/mini";
import { KeyedQueue } from "../../platform/keyedQueue";
import type { AccountStorage, AccountValue } from "../../platform/storage/accountStorage";

/** What `vscode.SecretStorage` offers, as far as it is needed. */
export interface SecretStorage {
  get(name: string): Thenable<string | undefined>;
  store(name: string, value: string): Thenable<void>;
  delete(name: string): Thenable<void>;
}

/** One secret for all connectors, so that all of them can be forgotten at once: the store lists none. */
const secretName = "supermetrics.previewCredentials";

const texts = z.record(z.string(), z.string());

/** By connector, then by the origin that they may be sent to. */
const credentialsSchema = z.record(z.string(), z.record(z.string(), texts));

type Credentials = z.infer<typeof credentialsSchema>;

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
    storage.forgetAlso(() => this.change(() => undefined));
  }

  /** What was given for a connector, but credentials. */
  values(connector: string): Readonly<Record<string, string>> {
    return this.plain.get(connector) ?? {};
  }

  async setValues(connector: string, values: Readonly<Record<string, string>>): Promise<void> {
    await this.plain.set(connector, { ...this.values(connector), ...values });
  }

  /** The credentials that may be sent to an origin; none where the store of secrets gives none. Does not reject. */
  async credentials(connector: string, origin: string): Promise<Readonly<Record<string, string>>> {
    return (await this.queue.run("", () => this.read()))[connector]?.[origin] ?? {};
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

  /** @param edit gives what is to be kept; undefined for nothing */
  private change(edit: (all: Credentials) => Credentials | undefined): Promise<void> {
    return this.queue.run("", async () => {
      const next = edit(await this.read());
      if (next && Object.keys(next).length > 0) {
        await this.secrets.store(secretName, JSON.stringify(next));
      } else {
        await this.secrets.delete(secretName);
      }
    });
  }

  private async read(): Promise<Credentials> {
    try {
      return credentialsSchema.parse(JSON.parse((await this.secrets.get(secretName)) ?? "{}"));
    } catch {
      return {};
    }
  }
}
