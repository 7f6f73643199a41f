import type { Prompts } from "../../../platform/flow/prompts";
import type { ConnectorStore } from "../../connectors/connectorStore";
import type { ConnectorRef } from "../../../platform/connectorRef";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { notFoundText } from "../../../platform/words/errorMeaning";
import type { ShownEntry } from "../logEntry";
import type { LogFollowing } from "../logFollowing";
import type { LogFilter } from "../logState";
import type { LogStore } from "../logStore";
import { logsRight } from "../logRows";
import { userMessageFor } from "../../../platform/words/userMessage";
import { plainText } from "../../../platform/words/plainText";
import { onlyStep } from "../../../platform/flow/steps";
import type { logCommands } from "../../../manifest";
import { explainProblem, hasRowsFor } from "../../../platform/ui/problemRows";
import type { CommandHandlers } from "../../../platform/ui/commands";
import type { ConnectorTarget, ConnectorTargets } from "../../connectors/ui/connectorTarget";
import { logDocumentUri } from "./logFileSystem";
import type { LogNode, LogView } from "./logView";
import type { Notifier } from "../../../platform/ui/notifier";

/** What the commands on logs need. */
export interface LogCommandParts {
  readonly store: Pick<ConnectorStore, "find">;
  readonly targets: ConnectorTargets;
  readonly prompts: Prompts;
  readonly logs: LogStore;
  readonly following: LogFollowing;
  readonly logView: LogView;
  readonly notifier: Notifier;
}

/** The commands on a connector's logs. Those on an entry get its row; from the palette they take the selected one. */
export function logHandlers(parts: LogCommandParts): CommandHandlers<typeof logCommands> {
  const { logs, following, logView } = parts;
  const withEntry =
    (act: (entry: ShownEntry) => unknown) =>
    async (given: unknown): Promise<void> => {
      const entry = isEntryNode(given) ? given.entry : logView.selected;
      if (entry) {
        await act(entry);
      } else {
        void vscode.window.showInformationMessage(l10n.t("Select a log entry first."));
      }
    };
  // The palette has the commands as well, while the panel may be closed.
  const load = (act: () => Promise<unknown>, isExplained = false) =>
    loadInView(parts, act, isExplained);
  const filter = async (change: Partial<LogFilter>) => {
    await logView.open();
    logs.setFilter(change);
  };
  const showOf = ({ ref, connector: { name } }: ConnectorTarget) =>
    load(() => logs.show({ ref, name }));
  const ask = parts.targets.command(l10n.t("Show Logs of Another Connector"), showOf);
  return {
    showLogs: parts.targets.command(l10n.t("Show Logs"), showOf, {
      ofActiveEditor: true,
    }),
    // The view's toolbar hands over a row that has the focus: whatever it is, the connector is asked for.
    showLogsOfAnother: () => ask(undefined),
    showLogsAround: async (given) => {
      if (isLogsRequest(given)) {
        await showLogsAround(parts, given.ref, given.at);
      }
    },
    refreshLogs: () => load(() => logs.refresh()),
    retryLogs: (given) => load(() => logs.retry(), given === explainProblem),
    loadOlderLogs: () => load(() => logs.loadOlder()),
    filterLogs: async () => {
      const text = await askForText(parts);
      if (text !== undefined) {
        await filter({ text });
      }
    },
    showLogErrorsOnly: () => filter({ errorsOnly: true }),
    stopLogErrorsOnly: () => filter({ errorsOnly: false }),
    clearLogFilters: () => filter({ errorsOnly: false, text: "" }),
    followLogs: async () => {
      await logView.open();
      following.start();
    },
    stopFollowingLogs: () => following.stop(),
    openLogEntry: withEntry(async (entry) => {
      const ref = logs.state.connector?.ref;
      if (ref) {
        await vscode.commands.executeCommand("vscode.open", logDocumentUri(ref, entry));
      }
    }),
    copyLogRequestId: withEntry(async ({ requestId }) => {
      if (requestId) {
        await vscode.env.clipboard.writeText(requestId);
        const copied = l10n.t("Copied {0}", plainText(requestId, 100));
        vscode.window.setStatusBarMessage(copied, 3000);
      } else {
        void vscode.window.showInformationMessage(l10n.t("This log entry has no request ID."));
      }
    }),
  };
}

/** The parts that loading needs. */
type LoadParts = Pick<LogCommandParts, "logs" | "logView" | "notifier">;

/** @param isExplained whether to say in full why it fails, though the view says it in a row */
async function loadInView(
  parts: LoadParts,
  act: () => Promise<unknown>,
  isExplained = false,
): Promise<void> {
  await parts.logView.open();
  await act();
  showProblem(parts, isExplained);
}

/**
 * Shows the logs of a connector around a time, and selects the entry closest to it.
 * @param at milliseconds since 1970
 */
export function showLogsAround(
  parts: LoadParts & Pick<LogCommandParts, "store">,
  ref: ConnectorRef,
  at: number,
): Promise<void> {
  const { logs, logView, store } = parts;
  const name = store.find(ref.identifier)?.name ?? ref.identifier;
  return loadInView(parts, async () => {
    const nearest = await logs.showAround({ ref, name }, at);
    if (nearest) {
      await logView.reveal(nearest);
    }
  });
}

/** Where people see the view, it has rows for it, to try again, and for another key; none for settings. */
function showProblem(parts: LoadParts, isExplained: boolean): void {
  const { problem, connector } = parts.logs.state;
  if (problem === undefined) {
    return;
  }
  const failed = l10n.t('Couldn\'t load the logs of "{0}".', plainText(connector?.name ?? "", 80));
  const context = { failed, notFound: notFoundText(), right: logsRight };
  const { steps } = userMessageFor(problem, context, Date.now());
  const isSaid = parts.logView.isVisible && hasRowsFor(steps);
  if (isExplained || !isSaid) {
    const again = async () => {
      await parts.logs.retry();
      showProblem(parts, true);
    };
    parts.notifier.failed(problem, { context, tryAgain: again, afterSignIn: again });
  }
}

/** Undefined when the person cancels. */
async function askForText({ prompts, logs }: LogCommandParts): Promise<string | undefined> {
  let typed = logs.state.filter.text;
  const answer = await prompts.text({
    title: l10n.t("Filter Logs"),
    position: onlyStep,
    prompt: l10n.t(
      "Text to find in the loaded entries, or empty to show all. Request IDs in error messages don't appear in logs.",
    ),
    placeholder: l10n.t("For example: a path or a request ID from the logs"),
    value: typed,
    remark: () => undefined,
    onInput: (value) => (typed = value),
  });
  return answer === "next" ? typed.trim() : undefined;
}

/** What another command may hand over: a connector, and a time in milliseconds since 1970. */
interface LogsRequest {
  readonly ref: ConnectorRef;
  readonly at: number;
}

function isLogsRequest(value: unknown): value is LogsRequest {
  return typeof value === "object" && value !== null && "ref" in value && "at" in value;
}

function isEntryNode(value: unknown): value is Extract<LogNode, { kind: "entry" }> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "entry";
}
