import * as vscode from "vscode";
import type { CommandId } from "../manifest";
import type { Notifier } from "./notifier";

/** A handler for each command of the manifest: a forgotten one does not compile. */
export type CommandHandlers = Readonly<Record<CommandId, (...args: unknown[]) => unknown>>;

/** Registers every command behind one error boundary. */
export function registerCommands(notifier: Notifier, handlers: CommandHandlers): vscode.Disposable {
  const registrations = Object.entries(handlers).map(([id, handler]) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await handler(...args);
      } catch (error) {
        notifier.failed(error);
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}
