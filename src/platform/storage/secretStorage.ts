import { SecretStoreError } from "../http/errors";

/** What `vscode.SecretStorage` offers, as far as single values need it. */
export interface SecretStorage {
  get(name: string): Thenable<string | undefined>;
  store(name: string, value: string): Thenable<void>;
  delete(name: string): Thenable<void>;
}

/** How long the store is waited for, in milliseconds: to give the key, and to take or delete one. */
export const maxReadTime = 5000;
export const maxWriteTime = 30_000;

/**
 * What `answer` gives or throws.
 * @param timeout milliseconds after which `SecretStoreError` is thrown
 */
export async function within<T>(timeout: number, answer: Thenable<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SecretStoreError()), timeout);
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
  }
}
