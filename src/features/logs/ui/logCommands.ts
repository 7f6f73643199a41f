import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { notFoundText } from "../../../platform/words/errorMeaning";
import type { ShownEntry } from "../logEntry";
import type { LogFollowing } from "../logFollowing";
import type { LogFilter, LoggedConnector } from "../logState";
import type { LogStore } from "../logStore";
import { logsRight } from "../logRows";
import { plainText } from "../../../platform/words/plainText";
import { onlyStep } from "../../../platform/flow/steps";
import { commandIds } from "../../../manifest";
import type { CommandHandlers } from "../../../platform/ui/commands";
import {
  withConnector,
  type ConnectorTarget,
  type TargetParts,
} from "../../connectors/ui/connectorTarget";
import { logDocumentUri } from "../../configurations/ui/documents";
import type { LogNode, LogView } from "./logView";
import type { LogsRequest, Notifier } from "../../../platform/ui/notifier";

export interface LogCommandParts extends TargetParts {
  readonly logs: LogStore;
  readonly following: LogFollowing;
  readonly logView: LogView;
  readonly notifier: Notifier;
}

type LogCommandId =
  | typeof commandIds.showLogs
  | typeof commandIds.showLogsOfAnother
  | typeof commandIds.showLogsAround
  | typeof commandIds.refreshLogs
  | typeof commandIds.retryLogs
  | typeof commandIds.loadOlderLogs
  | typeof commandIds.filterLogs
  | typeof commandIds.showLogErrorsOnly
  | typeof commandIds.stopLogErrorsOnly
  | typeof commandIds.clearLogFilters
  | typeof commandIds.followLogs
  | typeof commandIds.stopFollowingLogs
  | typeof commandIds.openLogEntry
  | typeof commandIds.copyLogRequestId;

/** The commands on a connector's logs. Those on an entry get its row; from the palette they take the selected one. */
export function logCommands(parts: LogCommandParts): Pick<CommandHandlers, LogCommandId> {
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
  const load = async (act: () => Promise<unknown>) => {
    await logView.open();
    await act();
    tellProblem(parts);
  };
  const filter = async (change: Partial<LogFilter>) => {
    await logView.open();
    logs.setFilter(change);
  };
  const showOf = ({ ref, connector: { name } }: ConnectorTarget) =>
    load(() => logs.show({ ref, name }));
  const ask = withConnector(parts, l10n.t("Show Logs of Another Connector"), showOf);
  return {
    [commandIds.showLogs]: withConnector(parts, l10n.t("Show Logs"), showOf, {
      ofActiveEditor: true,
    }),
    // The view's toolbar hands over a row that has the focus: whatever it is, the connector is asked for.
    [commandIds.showLogsOfAnother]: () => ask(undefined),
    [commandIds.showLogsAround]: async (given) => {
      if (isLogsRequest(given)) {
        const { ref, at } = given;
        const name = parts.store.find(ref.identifier)?.name ?? ref.identifier;
        await load(() => showAround(parts, { ref, name }, at));
      }
    },
    [commandIds.refreshLogs]: () => load(() => logs.refresh()),
    [commandIds.retryLogs]: () => load(() => logs.retry()),
    [commandIds.loadOlderLogs]: () => load(() => logs.loadOlder()),
    [commandIds.filterLogs]: async () => {
      const text = await askForText(parts);
      if (text !== undefined) {
        await filter({ text });
      }
    },
    [commandIds.showLogErrorsOnly]: () => filter({ errorsOnly: true }),
    [commandIds.stopLogErrorsOnly]: () => filter({ errorsOnly: false }),
    [commandIds.clearLogFilters]: () => filter({ errorsOnly: false, text: "" }),
    [commandIds.followLogs]: async () => {
      await logView.open();
      following.start();
    },
    [commandIds.stopFollowingLogs]: () => following.stop(),
    [commandIds.openLogEntry]: withEntry(async (entry) => {
      const ref = logs.state.connector?.ref;
      if (ref) {
        await vscode.commands.executeCommand("vscode.open", logDocumentUri(ref, entry));
      }
    }),
    [commandIds.copyLogRequestId]: withEntry(async ({ requestId }) => {
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

async function showAround(
  { logs, logView }: LogCommandParts,
  connector: LoggedConnector,
  at: number,
): Promise<void> {
  const nearest = await logs.showAround(connector, at);
  if (nearest) {
    await logView.reveal(nearest);
  }
}

/** The view says it too, but has no room for what can be done. */
function tellProblem(parts: LogCommandParts): void {
  const { problem, connector } = parts.logs.state;
  if (problem !== undefined) {
    const again = async () => {
      await parts.logs.retry();
      tellProblem(parts);
    };
    const failed = l10n.t(
      "The logs of “{0}” could not be loaded.",
      plainText(connector?.name ?? "", 80),
    );
    parts.notifier.failed(problem, {
      context: { failed, notFound: notFoundText(), right: logsRight },
      tryAgain: again,
      afterSignIn: again,
    });
  }
}

/** Undefined when the person cancels. */
async function askForText({ prompts, logs }: LogCommandParts): Promise<string | undefined> {
  let typed = logs.state.filter.text;
  const answer = await prompts.text({
    title: l10n.t("Filter Logs"),
    position: onlyStep,
    prompt: l10n.t(
      "Text in any field of the loaded entries; empty for all. Their request IDs are of another kind than those in error messages.",
    ),
    placeholder: l10n.t("For example a path or a request ID"),
    value: typed,
    remark: () => undefined,
    onInput: (value) => (typed = value),
  });
  return answer === "next" ? typed.trim() : undefined;
}

function isLogsRequest(value: unknown): value is LogsRequest {
  return typeof value === "object" && value !== null && "ref" in value && "at" in value;
}

function isEntryNode(value: unknown): value is Extract<LogNode, { kind: "entry" }> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "entry";
}
