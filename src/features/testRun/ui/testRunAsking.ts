import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { localDay } from "../../../platform/flow/dateRange";
import type { Prompts } from "../../../platform/flow/prompts";
import { CancelledError } from "../../../platform/http/errors";
import type { Notifier } from "../../../platform/ui/notifier";
import { withCancel, withLateCancel } from "../../../platform/ui/progress";
import { plainText } from "../../../platform/words/plainText";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import type { DataApi } from "../dataApi";
import { logIn } from "../loginLinkFollowing";
import type { RunnableReportType } from "../runnableReportTypes";
import type { TestRunChoices, TestRunMemory } from "../testRunChoices";
import type { LoginContent } from "../testRunQuestions";
import { askTestRun } from "../testRunSteps";
import type { TestsUnderWay } from "../testsUnderWay";
import { at } from "./testRunFailures";

/** What the questions of a test run need. */
export interface TestRunAskingParts {
  readonly api: DataApi;
  readonly memory: Pick<TestRunMemory, "choices">;
  readonly underWay: Pick<TestsUnderWay, "owe">;
  readonly prompts: Prompts;
  readonly notifier: Pick<Notifier, "ask">;
}

/** What is known before the first question. */
export interface TestRunSubject {
  readonly target: ConnectorTarget;
  readonly title: string;
  readonly reportTypes: readonly RunnableReportType[];
  /** ID of the one that is named already. */
  readonly reportType: string | undefined;
  /** Aborted when the key or the team that the test is made with are used no more. */
  readonly left: AbortSignal;
}

/** Asks what a test run shall fetch, with what the service has to choose from. */
export class TestRunAsking {
  constructor(private readonly parts: TestRunAskingParts) {}

  /** Undefined when the person cancels. Throws why it can't be asked, or `CancelledError` when the account is left. */
  async ask({
    target,
    title,
    reportTypes,
    reportType,
    left,
  }: TestRunSubject): Promise<TestRunChoices | undefined> {
    const { api, memory, prompts } = this.parts;
    const { ref } = target;
    const dsId = ref.identifier;
    const loading = <T>(work: (signal: AbortSignal) => Promise<T>) =>
      withLateCancel(l10n.t("Loading what {0} can run", nameOf(target)), (signal) =>
        work(AbortSignal.any([signal, left])),
      );
    const { dataSource, logins } = await loading(async (signal) => {
      const found = await at("dataSource", api.dataSource(ref, dsId, signal));
      const isOpen = found.isAuthenticationRequired === false;
      const own = isOpen ? [] : await at("logins", api.logins(ref, dsId, signal));
      return { dataSource: found, logins: own };
    });
    return askTestRun(prompts, {
      title,
      now: Date.now(),
      today: localDay(Date.now()),
      dataSource,
      logins,
      reportTypes,
      reportType,
      last: memory.choices(ref),
      load: async (username, asking): Promise<LoginContent> => {
        const signal = AbortSignal.any([asking, left]);
        const [accounts, fields] = await Promise.all([
          dataSource.hasAccountList === false
            ? []
            : at("accounts", api.accounts(ref, dsId, username, signal)),
          at("fields", api.fields(ref, dsId, username, signal)),
        ]);
        return { accounts, fields };
      },
      makeLogin: () => this.makeLogin(target, left),
      waiting: loading,
    });
  }

  /** Undefined when the person cancels. */
  private async makeLogin(target: ConnectorTarget, left: AbortSignal): Promise<string | undefined> {
    const { api } = this.parts;
    const { ref } = target;
    const login = { dsId: ref.identifier, description: l10n.t("Test Connector in VS Code") };
    try {
      return await withCancel(l10n.t("Waiting for the login…"), (cancelled) =>
        at(
          "logIn",
          logIn(api, ref, login, {
            open: openPage,
            signal: AbortSignal.any([cancelled, left]),
            mayClose: () => left.reason !== "otherKey",
            closing: (closed) => this.close(target, closed, left),
          }),
        ),
      );
    } catch (error) {
      if (error instanceof CancelledError && !left.aborted) {
        return undefined;
      }
      throw error;
    }
  }

  /** Who leaves an account waits for the link that is to be closed; one that couldn't be lets others log in. */
  private close(target: ConnectorTarget, closed: Promise<boolean>, left: AbortSignal): void {
    const telling = closed.then((isClosed) => {
      if (!isClosed && left.aborted) {
        const words = l10n.t(
          'The login link of "{0}" couldn\'t be closed with the API key that made it. The link expires within an hour.',
          nameOf(target),
        );
        this.parts.notifier.ask("warning", words, []);
      }
    });
    this.parts.underWay.owe(telling);
  }
}

/** A connector's name, fit for a title. */
export function nameOf({ connector }: ConnectorTarget): string {
  return plainText(connector.name, 60);
}

/** A string, as the API takes it too: of a `Uri` the editor would spell escapes in the query anew. */
function openPage(url: string): Thenable<boolean> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return vscode.env.openExternal(url as unknown as vscode.Uri);
}
