import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { testRunCommands } from "../../../manifest";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { CommandHandlers } from "../../../platform/ui/commands";
import type { ConnectorStore } from "../../connectors/connectorStore";
import type { ConnectorTarget, ConnectorTargets } from "../../connectors/ui/connectorTarget";
import { parseTestRunKey } from "../testRunKey";
import type { RunAgainOffer } from "./runAgainOffer";
import type { TestRuns } from "./testRuns";

/** What the commands of test runs need. */
export interface TestRunHandlerParts {
  readonly runs: TestRuns;
  readonly offer: RunAgainOffer;
  readonly targets: ConnectorTargets;
  readonly store: Pick<ConnectorStore, "find">;
}

/** The command of test runs, and what other features ask of them. Loaded with the first of these. */
export function testRunHandlers({ runs, offer, targets, store }: TestRunHandlerParts) {
  const commands: CommandHandlers<typeof testRunCommands> = {
    testConnector: async (given, reportType) => {
      if (isRunAgainRequest(given)) {
        offer.hide();
        await runs.againOf(targetOf(store, given.again));
        return;
      }
      const active = vscode.window.activeTextEditor?.document.uri;
      const named = typeof reportType === "string" ? reportType : undefined;
      const test = async (target: ConnectorTarget) => {
        const document = given instanceof vscode.Uri ? given : given === undefined && active;
        const isOwn = document && (await targets.ofDocument(document))?.ref;
        await runs.test(target, isOwn ? document : undefined, named);
      };
      await targets.command(l10n.t("Test Connector"), test, { ofActiveEditor: true })(given);
    },
  };
  return {
    ...commands,
    /** The run of a key, which may be of the window before it was reloaded. */
    again: async (key: string) => {
      const named = parseTestRunKey(key);
      if (named && (await targets.ensureSignedIn())) {
        await runs.again(key, targetOf(store, named.ref), named.reportType);
      }
    },
    /** The last test of a document's connector; one that is made up now where there was none. */
    againFor: async (document: vscode.Uri) => {
      const test = (target: ConnectorTarget) => runs.againOf(target, document);
      await targets.command(l10n.t("Test Connector"), test)(document);
    },
    published: (ref: ConnectorRef) => offer.show(targetOf(store, ref)),
    forgetChoices: () => runs.forgetChoices(),
  };
}

function targetOf(store: Pick<ConnectorStore, "find">, ref: ConnectorRef): ConnectorTarget {
  const { identifier } = ref;
  return { ref, connector: store.find(identifier) ?? { identifier, name: identifier } };
}

/** What the offer after a publish hands over. */
interface RunAgainRequest {
  readonly again: ConnectorRef;
}

function isRunAgainRequest(given: unknown): given is RunAgainRequest {
  return typeof given === "object" && given !== null && "again" in given;
}
