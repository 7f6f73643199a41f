import * as vscode from "vscode";
import { commandIds, type CommandId } from "../../manifest";
import type { Notifier } from "./notifier";

/** A handler for each command of the manifest: a forgotten one does not compile. */
export type CommandHandlers = Readonly<Record<CommandId, (...args: unknown[]) => unknown>>;

/**
 * Registers every command behind one error boundary.
 * @param build makes the handlers; called with the first command, which the start need not wait for
 */
export function registerCommands(
  notifier: Notifier,
  build: () => CommandHandlers,
): vscode.Disposable {
  let handlers: CommandHandlers | undefined;
  const registrations = Object.values(commandIds).map((id) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        handlers ??= build();
        return await handlers[id](...args);
      } catch (error) {
        notifier.failed(error);
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}
