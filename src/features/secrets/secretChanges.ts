import { isRefusal, mayHaveTakenEffect } from "../../platform/http/errors";
import type { Send } from "../../platform/http/send";
import { deleteSecret, postSecret, putSecret, type Secret, type SecretList } from "./secretsApi";
import type { ConnectorRef } from "../../platform/connectorRef";
import type { SecretStore } from "./secretStore";

/** What changes of secrets need. */
export interface SecretChangeParts {
  readonly send: Send;
  readonly secrets: SecretStore;
}

/** How a change of a secret ended. Every request is sent once; what became of a lost one is looked up. */
export type SecretChange =
  /** With the secret where one was registered. */
  | { readonly kind: "done"; readonly secret?: Secret | undefined }
  | { readonly kind: "refused"; readonly error: unknown }
  /** The answer was lost, and whether it was done could not be found out. */
  | { readonly kind: "unknown"; readonly error: unknown };

/** A change that was not made, or is not known to be. */
export type FailedChange = Exclude<SecretChange, { kind: "done" }>;

/**
 * Registers a secret, once; where the answer is lost, the list tells whether it was done.
 * @param secret with a name that is not taken, as far as is known; the value is kept nowhere
 */
export async function registerSecret(
  parts: SecretChangeParts,
  ref: ConnectorRef,
  secret: { readonly name: string; readonly value: string },
  signal?: AbortSignal,
): Promise<SecretChange> {
  const { send, secrets } = parts;
  const { name } = secret;
  const before = secrets.list(ref);
  return sendChange(parts, ref, {
    change: async () => {
      const list = await postSecret(send, ref, secret, signal);
      secrets.put(ref, list);
      // The answer does not say which of them is the new one.
      return added(list, before, name) ?? named(list, name);
    },
    // Of a name that may have been there before, nothing can be said.
    done: (list) => {
      const found = before ? added(list, before, name) : undefined;
      const isCut = list.total > list.secrets.length;
      return found ?? (named(list, name) || isCut ? "unknown" : undefined);
    },
  });
}

/** Gives a secret another value. The service tells nobody which value one has. */
export async function replaceSecret(
  parts: SecretChangeParts,
  ref: ConnectorRef,
  { placeholder }: Secret,
  value: string,
  signal?: AbortSignal,
): Promise<SecretChange> {
  return sendChange(parts, ref, {
    change: async () => {
      await putSecret(parts.send, ref, placeholder, value, signal);
      return undefined;
    },
  });
}

/** Deletes a secret; one that is gone already counts as deleted. */
export async function removeSecret(
  parts: SecretChangeParts,
  ref: ConnectorRef,
  secret: Secret,
): Promise<SecretChange> {
  const { placeholder } = secret;
  return sendChange(parts, ref, {
    change: async () => {
      try {
        await deleteSecret(parts.send, ref, placeholder);
      } catch (error) {
        // Somebody else may have been faster; or the whole connector is gone, which the list says then.
        if (!isMissing(error) || has(await parts.secrets.renew(ref), placeholder)) {
          throw error;
        }
      }
      parts.secrets.remove(ref, placeholder);
      return secret;
    },
    done: (list) => (has(list, placeholder) ? undefined : secret),
  });
}

interface Attempt {
  readonly change: () => Promise<Secret | undefined>;
  /** Tells by the list whether it was done after all; without it no list can tell. */
  readonly done?: (list: SecretList) => Secret | "unknown" | undefined;
}

async function sendChange(
  { secrets }: SecretChangeParts,
  ref: ConnectorRef,
  { change, done }: Attempt,
): Promise<SecretChange> {
  try {
    return { kind: "done", secret: await change() };
  } catch (error) {
    const isLost = mayHaveTakenEffect(error);
    if (!isLost && !isOutdated(error)) {
      return { kind: "refused", error };
    }
    // What is shown is not what the service has, or may not be; a list that was asked for before tells nothing.
    const list = await secrets.renew(ref).catch(() => undefined);
    const secret = list && done?.(list);
    if (secret === "unknown" || (isLost && !(list && done))) {
      return { kind: "unknown", error };
    }
    return secret && isLost ? { kind: "done", secret } : { kind: "refused", error };
  }
}

function added(list: SecretList, before: SecretList | undefined, name: string): Secret | undefined {
  const known = new Set(before?.secrets.map(({ placeholder }) => placeholder));
  return before && list.secrets.find((one) => one.name === name && !known.has(one.placeholder));
}

function named({ secrets }: SecretList, name: string): Secret | undefined {
  return secrets.findLast((secret) => secret.name === name);
}

function has({ secrets }: SecretList, placeholder: string): boolean {
  return secrets.some((secret) => secret.placeholder === placeholder);
}

function isMissing(error: unknown): boolean {
  return isRefusal(error, 404);
}

/** Gone, or there already: somebody else has changed the list. */
function isOutdated(error: unknown): boolean {
  return isRefusal(error, 404, 409);
}
