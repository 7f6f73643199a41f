import { Emitter } from "../../platform/event";
import { SecretStoreError } from "../../platform/http/errors";
import { members, text } from "../../platform/storage/shape";
import {
  maxReadTime,
  within,
  maxWriteTime,
  type SecretStorage,
} from "../../platform/storage/secretStorage";

/** A key and the only origin that it may be sent to. */
export interface StoredKey {
  readonly origin: string;
  readonly key: string;
}

/** Never rename it: the key would be lost to its owner and stay in the store. */
const secretName = "supermetrics.apiKey";

const storedKey = members({ origin: text, key: (value) => text(value) || undefined });

/** The one place where the API key is kept: a single secret that also says which origin it is for. */
export class ApiKeyVault {
  private readonly answeredLate = new Emitter<void>();
  /** A read that was given up has ended after all: the next one may bring the key. */
  readonly onDidAnswerLate = this.answeredLate.event;
  private readTimeout = maxReadTime;

  constructor(private readonly secrets: SecretStorage) {}

  /**
   * Whether a change of the extension's secrets concerns the API key.
   * @param changedSecret the name that the editor's event has
   */
  static isApiKeySecret(changedSecret: string): boolean {
    return changedSecret === secretName;
  }

  /**
   * Undefined when there is none; `unreadable` for one that cannot be read (some hosts lose or garble secrets);
   * `unanswered` where the store gives nothing within seconds. Does not reject.
   */
  async read(): Promise<StoredKey | "unreadable" | "unanswered" | undefined> {
    try {
      const secret = await this.get();
      return secret === undefined ? undefined : (storedKey(JSON.parse(secret)) ?? "unreadable");
    } catch (error) {
      return error instanceof SecretStoreError ? "unanswered" : "unreadable";
    }
  }

  /** Throws `SecretStoreError` where the store does not answer, and what the store throws. */
  async store(key: StoredKey): Promise<void> {
    await within(maxWriteTime, this.secrets.store(secretName, JSON.stringify(key)));
  }

  /** Deletes the key and reads back; throws when the store still gives it out, or does not answer. */
  async delete(): Promise<void> {
    await within(maxWriteTime, this.secrets.delete(secretName));
    if ((await this.get()) !== undefined) {
      throw new Error("The secret storage still holds the API key after it was deleted.");
    }
  }

  private async get(): Promise<string | undefined> {
    const answer = this.secrets.get(secretName);
    try {
      return await within(this.readTimeout, answer);
    } catch (error) {
      if (error instanceof SecretStoreError) {
        void this.reportLateAnswer(answer);
      }
      throw error;
    }
  }

  private async reportLateAnswer(answer: Thenable<unknown>): Promise<void> {
    try {
      await answer;
    } catch {
      // The next read tells.
    }
    this.readTimeout *= 2; // a store that is always slow would be given up again and again
    this.answeredLate.fire();
  }
}

/** Why a text can be no API key. */
export type KeyProblem = "empty" | "notSendable";

/**
 * Reads a pasted key: blanks around it and a leading `Bearer ` are dropped.
 * @returns the key, or why no header can carry it; the problem never repeats the key
 */
export function parseKey(
  pasted: string,
): { readonly key: string; readonly unusual: boolean } | { readonly problem: KeyProblem } {
  const key = pasted.trim().replace(/^Bearer(\s+|$)/i, "");
  if (!key) {
    return { problem: "empty" };
  }
  if (!/^[\x21-\x7e]+$/.test(key)) {
    return { problem: "notSendable" };
  }
  return { key, unusual: !/^api_[A-Za-z0-9_-]{56,251}$/.test(key) };
}
