import * as l10n from "@vscode/l10n";
import type { Account } from "../../platform/account";
import { systemClock, type Clock } from "../../platform/clock";
import { CancelledError } from "../../platform/http/errors";
import type { DataApi, LoginLink } from "./dataApi";
import { askLater } from "./polling";

/** How long a link may be used. Milliseconds. */
const linkLife = 3_600_000;

/** Somebody who logs in has their hands full at first; then the window may have been left open. Milliseconds. */
const soon = { until: 300_000, interval: 2000, laterInterval: 10_000 };

/** The calls that a login needs. */
type LoginApi = Pick<DataApi, "createLoginLink" | "loginLink" | "closeLoginLink" | "logins">;

/** Nobody logged in with a link. The message is for the person. */
export class LoginLinkError extends Error {
  override readonly name = "LoginLinkError";
}

/** How a login is made. */
export interface LoginOptions {
  /** Shows the page to the person; gives whether it was opened. */
  readonly open: (url: string) => PromiseLike<boolean>;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock;
  /** Whether the key that the link was made with is still in use: no other may close it. */
  readonly mayClose?: () => boolean;
  /** Is told, at the beginning, when the link will be closed: gives whether it is, or needn't be. */
  readonly closing?: (closed: Promise<boolean>) => void;
}

/**
 * Makes a login for a connector: makes a link, has it opened, waits until somebody has logged in there, and closes it
 * whatever happened. Closing isn't waited for, and changes nothing when it fails: a link expires.
 * @returns the login's username. Throws `LoginLinkError`, `CancelledError`, and what `send` throws.
 */
export async function logIn(
  api: LoginApi,
  account: Account,
  { dsId, description }: { readonly dsId: string; readonly description?: string },
  options: LoginOptions,
): Promise<string> {
  const { signal, clock = systemClock, mayClose = () => true, closing } = options;
  if (signal?.aborted) {
    throw new CancelledError(false);
  }
  const end = clock.now() + linkLife;
  // Not canceled: a link that is made then couldn't be closed.
  const making = api.createLoginLink(account, { dsId, description, expiresAt: end });
  const using = useLink(api, account, dsId, making, { ...options, end });
  const closed = closeAfter(using, making, async (id) => {
    if (!mayClose()) {
      return false;
    }
    await api.closeLoginLink(account, id);
    return true;
  });
  closing?.(closed);
  return using;
}

/** @returns whether the link is closed, or none was made */
async function closeAfter(
  using: Promise<unknown>,
  making: Promise<LoginLink>,
  close: (id: string) => Promise<boolean>,
): Promise<boolean> {
  await using.catch(() => undefined);
  const link = await making.catch(() => undefined);
  return !link || close(link.id).catch(() => false);
}

async function useLink(
  api: LoginApi,
  account: Account,
  dsId: string,
  making: Promise<LoginLink>,
  { open, signal, clock = systemClock, end }: LoginOptions & { readonly end: number },
): Promise<string> {
  const link = await unlessCancelled(making, signal);
  if (link.url === undefined) {
    throw new LoginLinkError(
      l10n.t("The address of the login page isn't secure, so it wasn't opened."),
    );
  }
  if (!(await unlessCancelled(open(link.url), signal))) {
    throw new CancelledError(true);
  }
  const used = await usedLink(api, account, link, { end, signal, clock });
  return used.username ?? (await usernameOf(api, account, dsId, used.loginId, signal));
}

/** Throws `CancelledError` as soon as the person cancels, whatever becomes of the work. */
function unlessCancelled<T>(work: PromiseLike<T>, signal: AbortSignal | undefined): Promise<T> {
  const cancelled = new Promise<never>((_, reject) => {
    const cancel = () => reject(new CancelledError(true));
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) {
      cancel();
    }
  });
  return Promise.race([work, cancelled]);
}

async function usedLink(
  api: LoginApi,
  account: Account,
  link: LoginLink,
  { end, signal, clock }: { end: number; signal: AbortSignal | undefined; clock: Clock },
): Promise<LoginLink> {
  const startedAt = clock.now();
  let current = link;
  for (;;) {
    if (current.username ?? current.loginId) {
      return current;
    }
    if (current.status === "closed") {
      throw new LoginLinkError(l10n.t("The login link was closed before anybody logged in."));
    }
    if (current.status === "expired" || clock.now() >= end) {
      throw new LoginLinkError(l10n.t("The login link expired before anybody logged in."));
    }
    const wait = clock.now() - startedAt < soon.until ? soon.interval : soon.laterInterval;
    current = await askLater(() => api.loginLink(account, link.id, signal), wait, clock, signal);
  }
}

/** A query takes the username only, which an answer may lack. */
async function usernameOf(
  api: LoginApi,
  account: Account,
  dsId: string,
  loginId: string | undefined,
  signal: AbortSignal | undefined,
): Promise<string> {
  const login = (await api.logins(account, dsId, signal)).find(({ id }) => id === loginId);
  if (!login) {
    throw new LoginLinkError(
      l10n.t("The login was created, but Supermetrics doesn't list it yet."),
    );
  }
  return login.username;
}
