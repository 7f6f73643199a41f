import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Account } from "../../../platform/account";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { daysOf, localDay } from "../../../platform/flow/dateRange";
import { CancelledError } from "../../../platform/http/errors";
import { withCancel } from "../../../platform/ui/progress";
import { plainText } from "../../../platform/words/plainText";
import type { Configurations } from "../../configurations/configurations";
import { documentUri, openUri } from "../../configurations/ui/configurationDocuments";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import type { RunResult } from "../../rows/runResult";
import { runQuery, type QueryApi, type TestRunQuery } from "../query";
import { runnableReportTypes, type RunnableReportType } from "../runnableReportTypes";
import type { TestRunChoices, TestRunMemory } from "../testRunChoices";
import { testRunKey } from "../testRunKey";
import { testRunResult } from "../testRunResult";
import type { TestsUnderWay } from "../testsUnderWay";
import { showRunProgress } from "./runProgress";
import { nameOf, type TestRunAsking } from "./testRunAsking";
import { at, type TestRunFailures } from "./testRunFailures";
import type { UnpublishedEdits } from "./unpublishedEdits";

/** What a test run needs. */
export interface TestRunParts {
  readonly api: QueryApi;
  readonly memory: TestRunMemory;
  readonly configurations: Pick<Configurations, "load">;
  readonly edits: UnpublishedEdits;
  readonly failures: TestRunFailures;
  readonly underWay: Pick<TestsUnderWay, "signal">;
  readonly asking: TestRunAsking;
  readonly view: {
    show(result: RunResult): void;
    started(document: string, key: string): void;
  };
  readonly isSignedInTo: (account: Account) => boolean;
}

/** A test run that was made in this window. */
interface Made {
  readonly target: ConnectorTarget;
  readonly document: vscode.Uri;
  /** Undefined once the person has signed out. */
  readonly choices: TestRunChoices | undefined;
}

/** Runs published connectors: asks what to fetch, waits for it, and shows it. */
export class TestRuns {
  /** By the key of the rows. */
  private readonly made = new Map<string, Made>();
  private readonly running = new Set<string>();

  constructor(private readonly parts: TestRunParts) {}

  /**
   * Asks what to fetch, and fetches it.
   * @param given the document that it is asked for in
   * @param reportType ID of the one that is named already
   */
  async test(from: ConnectorTarget, given?: vscode.Uri, reportType?: string): Promise<void> {
    const left = this.parts.underWay.signal;
    const target = await this.named(from);
    const again = () => this.test(target, given, reportType);
    await this.parts.failures.guard({ target, left, tryAgain: again }, async () => {
      const title = titleOf(target);
      if (await this.parts.edits.askBeforeRun(target, given, title)) {
        const reportTypes = await this.reportTypes(target.ref);
        const subject = { target, title, reportTypes, reportType, left };
        const choices = await this.parts.asking.ask(subject);
        if (choices) {
          await this.run(target, given, choices, left);
        }
      }
    });
  }

  /**
   * Makes the run of a key again, and asks nothing where it is known what was chosen for it.
   * @param target what the key names, as is `reportType`
   */
  async again(key: string, target: ConnectorTarget, reportType: string): Promise<void> {
    const made = this.made.get(key);
    const last = this.parts.memory.choices(target.ref);
    const choices = made?.choices ?? (last?.reportType === reportType ? last : undefined);
    await (choices
      ? this.repeat(target, made?.document, choices)
      : this.test(target, made?.document, reportType));
  }

  /** Makes the last run of a connector again, and asks nothing; asks everything where there was none. */
  async againOf(target: ConnectorTarget, given?: vscode.Uri): Promise<void> {
    const choices = this.parts.memory.choices(target.ref);
    const made = choices && this.made.get(testRunKey(target.ref, choices.reportType));
    await this.repeat(target, given ?? made?.document, choices);
  }

  /** What was chosen is the account's. */
  forgetChoices(): void {
    for (const [key, made] of this.made) {
      this.made.set(key, { ...made, choices: undefined });
    }
  }

  private async repeat(
    from: ConnectorTarget,
    given: vscode.Uri | undefined,
    choices: TestRunChoices | undefined,
  ): Promise<void> {
    if (!choices) {
      await this.test(from, given);
      return;
    }
    const left = this.parts.underWay.signal;
    const target = await this.named(from);
    const tryAgain = () => this.repeat(target, given, choices);
    const anew = { label: l10n.t("Test Connector…"), run: () => this.test(target, given) };
    await this.parts.failures.guard({ target, left, tryAgain, choices: [anew] }, async () => {
      if (await this.parts.edits.askBeforeRun(target, given, titleOf(target))) {
        await this.run(target, given, choices, left);
      }
    });
  }

  /** The list of connectors may not be here yet. Why the configuration can't be read is told when it is needed. */
  private async named(target: ConnectorTarget): Promise<ConnectorTarget> {
    try {
      const { connector } = await this.parts.configurations.load(target.ref);
      return { ...target, connector };
    } catch {
      return target;
    }
  }

  private async run(
    target: ConnectorTarget,
    given: vscode.Uri | undefined,
    choices: TestRunChoices,
    left: AbortSignal,
  ): Promise<void> {
    const { ref, connector } = target;
    const { api, view } = this.parts;
    const reportType = (await this.reportTypes(ref)).find(({ id }) => id === choices.reportType);
    if (!reportType) {
      throw new Error(
        l10n.t(
          'The published configuration has no report type "{0}" any more.',
          plainText(choices.reportType, 60),
        ),
      );
    }
    const document = given ?? openUri(ref) ?? documentUri(ref, connector);
    const key = testRunKey(ref, reportType.id);
    if (this.running.has(key)) {
      vscode.window.setStatusBarMessage(l10n.t("This test is already running."), 5000);
      return;
    }
    this.running.add(key);
    this.made.set(key, { target, document, choices });
    view.started(document.toString(), key);
    try {
      await this.remember(ref, choices);
      const startedAt = Date.now();
      const query = queryOf(ref, reportType, choices);
      const rows = await withCancel(l10n.t("Testing {0}", nameOf(target)), (cancelled, say) => {
        const signal = AbortSignal.any([cancelled, left]);
        return showRunProgress(say, (onProgress) =>
          at("run", runQuery(api, ref, query, { signal, onProgress })),
        );
      });
      view.show(
        testRunResult({
          ref,
          reportType,
          query,
          rows,
          startedAt,
          milliseconds: Date.now() - startedAt,
          document: document.toString(),
        }),
      );
    } catch (error) {
      if (!(error instanceof CancelledError) || left.aborted) {
        throw error;
      }
      const message = l10n.t("Canceled. Supermetrics may still finish the run.");
      vscode.window.setStatusBarMessage(message, 5000);
    } finally {
      this.running.delete(key);
    }
  }

  private async reportTypes(ref: ConnectorRef): Promise<readonly RunnableReportType[]> {
    const { published } = await this.parts.configurations.load(ref);
    return runnableReportTypes(JSON.parse(published));
  }

  /** The person may have signed out since the first question. */
  private async remember(ref: ConnectorRef, choices: TestRunChoices): Promise<void> {
    try {
      if (this.parts.isSignedInTo(ref)) {
        await this.parts.memory.remember(ref, choices);
      }
    } catch {
      const message = l10n.t("Your choices couldn't be saved, so you'll be asked again next time.");
      vscode.window.setStatusBarMessage(message, 8000);
    }
  }
}

function queryOf(
  { identifier }: ConnectorRef,
  reportType: RunnableReportType,
  { username, accounts, fields, dates, maxRows }: TestRunChoices,
): TestRunQuery {
  const days = dates === undefined ? undefined : daysOf(dates, localDay(Date.now()));
  return {
    dsId: identifier,
    username,
    accounts,
    fields: fields ?? reportType.fields.map(({ id }) => id),
    ...(days && { dates: days }),
    maxRows,
  };
}

function titleOf(target: ConnectorTarget): string {
  return l10n.t("Test {0}", nameOf(target));
}
