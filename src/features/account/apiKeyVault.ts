import * as z from "zod/mini";

/** A key and the only origin that it may be sent to. */
export interface StoredKey {
  readonly origin: string;
  readonly key: string;
}

/** What `vscode.SecretStorage` offers, as far as one value needs it. */
export interface SecretStorage {
  get(name: string): Thenable<string | undefined>;
  store(name: string, value: string): Thenable<void>;
  delete(name: string): Thenable<void>;
}

/** Never rename it: the key would be lost to its owner and stay in the store. */
const secretName = "supermetrics.apiKey";

const storedKeySchema = z.object({ origin: z.string(), key: z.string().check(z.minLength(1)) });

/** The one place where the API key is kept: a single secret that also says which origin it is for. */
export class ApiKeyVault {
  constructor(private readonly secrets: SecretStorage) {}

  static isApiKeySecret(changedSecret: string): boolean {
    return changedSecret === secretName;
  }

  /** Undefined when there is none, or none that can be read (some hosts lose or garble secrets). */
  async read(): Promise<StoredKey | "unreadable" | undefined> {
    let text: string | undefined;
    try {
      text = await this.secrets.get(secretName);
      return text === undefined ? undefined : storedKeySchema.parse(JSON.parse(text));
    } catch {
      return "unreadable";
    }
  }

  async store(key: StoredKey): Promise<void> {
    await this.secrets.store(secretName, JSON.stringify(key));
  }

  /** Deletes the key and reads back; throws when the store still gives it out. */
  async delete(): Promise<void> {
    await this.secrets.delete(secretName);
    if ((await this.secrets.get(secretName)) !== undefined) {
      throw new Error("The secret storage still holds the API key after it was deleted.");
    }
  }
}

export type KeyProblem = "empty" | "notSendable";

/**
 * Reads a pasted key: blanks around it and a leading `Bearer ` are dropped.
 * @returns the key, or why no header can carry it; the problem never repeats the key
 */
export function parseKey(
  text: string,
): { readonly key: string; readonly unusual: boolean } | { readonly problem: KeyProblem } {
  const key = text.trim().replace(/^Bearer(\s+|$)/i, "");
  if (!key) {
    return { problem: "empty" };
  }
  if (!/^[\x21-\x7e]+$/.test(key)) {
    return { problem: "notSendable" };
  }
  return { key, unusual: !/^api_[A-Za-z0-9_-]{56,251}$/.test(key) };
}
