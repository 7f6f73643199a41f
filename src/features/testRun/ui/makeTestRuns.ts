import * as vscode from "vscode";
import type { Account } from "../../../platform/account";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { Leaving } from "../../account/leaving";
import { DataApi } from "../dataApi";
import type { TestRunFeatureParts } from "./index";
import { RunAgainOffer } from "./runAgainOffer";
import { TestRunAsking } from "./testRunAsking";
import { at, TestRunFailures } from "./testRunFailures";
import { testRunHandlers } from "./testRunCommands";
import { TestRuns, type TestRunParts } from "./testRuns";
import { TestsUnderWay } from "../testsUnderWay";
import { UnpublishedEdits } from "./unpublishedEdits";

/** Puts the feature together. Loaded with its first command. */
export function makeTestRuns(parts: TestRunFeatureParts & Pick<TestRunParts, "memory" | "view">) {
  const { memory, view, prompts, notifier } = parts;
  const { session, send } = parts.account;
  const { targets, store, contributions } = parts.connectors;
  const configurations = {
    load: async (ref: ConnectorRef) => {
      const loaded = await parts.configurations.load();
      return at("dataSource", loaded.configurations.load(ref));
    },
  };
  const edits = new UnpublishedEdits({ configurations, contributions, prompts });
  const underWay = new TestsUnderWay();
  const offer = new RunAgainOffer();
  const api = new DataApi(send, () => session.baseUrl().href);
  const runs = new TestRuns({
    memory,
    configurations,
    edits,
    view,
    failures: new TestRunFailures(notifier),
    underWay,
    asking: new TestRunAsking({ api, memory, underWay, prompts, notifier }),
    api,
    isSignedInTo: ({ origin, teamId }: Account) => {
      const { state } = session;
      return state.kind === "signedIn" && state.origin === origin && state.teamId === teamId;
    },
  });
  return {
    handlers: testRunHandlers({ runs, offer, targets, store }),
    isPublishing: (ref: ConnectorRef) => edits.isPublishing(ref),
    leave: (leaving: Leaving) => underWay.leave(leaving),
    disposable: vscode.Disposable.from(offer),
  };
}
