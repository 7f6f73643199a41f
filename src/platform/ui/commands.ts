import * as vscode from "vscode";
import { SecretStoreError } from "../http/errors";
import { lazy } from "../lazy";
import { LoadError } from "../loadError";
import type { Notifier } from "./notifier";

/** A handler for each command of a group of the manifest: a forgotten one does not compile. */
export type CommandHandlers<Group> = {
  readonly [Name in keyof Group]: (...args: unknown[]) => unknown;
};

/**
 * Registers a group of commands behind one error boundary.
 * @param ids the commands of a feature, from the manifest
 * @param build makes the handlers, or loads them; called with the first command, which the start need not wait for
 */
export function registerCommands<Group extends Readonly<Record<string, string>>>(
  notifier: Notifier,
  ids: Group,
  build: () => CommandHandlers<Group> | Promise<CommandHandlers<Group>>,
): vscode.Disposable {
  const handlers = lazy(build);
  const registrations = Object.entries(ids).map(([name, id]) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await (await handlers())[name]?.(...args);
      } catch (error) {
        const again = () => vscode.commands.executeCommand(id, ...args);
        // Nothing was done yet.
        const isEarly = error instanceof SecretStoreError || error instanceof LoadError;
        const tryAgain = isEarly ? again : undefined;
        notifier.failed(error, { tryAgain });
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}
