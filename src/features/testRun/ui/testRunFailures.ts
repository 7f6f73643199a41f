import * as l10n from "@vscode/l10n";
import {
  ApiError,
  CancelledError,
  ContractError,
  isRefusal,
  NetworkError,
} from "../../../platform/http/errors";
import type { Choice, Notifier } from "../../../platform/ui/notifier";
import { plainText } from "../../../platform/words/plainText";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import { QueryFailedError } from "../query";
import { testRunFailure, type TestRunStep } from "../testRunFailure";

/** Why a step of a test run had no result. */
class FailedStep extends Error {
  constructor(
    readonly step: TestRunStep,
    override readonly cause: Error,
  ) {
    super(cause.message);
  }
}

/** Has a failure tell at which step it came: its words depend on that. */
export async function at<T>(step: TestRunStep, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Error && !(error instanceof CancelledError)
      ? new FailedStep(step, error)
      : error;
  }
}

/** What is done for a test run, and what its failure may offer. */
export interface GuardedTest {
  readonly target: ConnectorTarget;
  /** Aborted when the key or the team that the test is made with are used no more. */
  readonly left: AbortSignal;
  readonly tryAgain: () => unknown;
  readonly choices?: readonly Choice[];
}

/** Shows why test runs fail. */
export class TestRunFailures {
  constructor(private readonly notifier: Notifier) {}

  /** Does something for a test run, and tells why it couldn't be done. */
  async guard(
    { target: { ref, connector }, left, tryAgain, choices }: GuardedTest,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (left.aborted) {
        // Whatever ended it: what was asked for can't be had with the key and the team of now.
        const words = l10n.t(
          'Ended the test of "{0}": the API key or the team that it was made with isn\'t in use any more. Supermetrics may still finish a run.',
          plainText(connector.name, 60),
        );
        this.notifier.ask("information", words, []);
        return;
      }
      if (!(error instanceof FailedStep)) {
        this.notifier.failed(error);
        return;
      }
      const { step, cause } = error;
      const message = testRunFailure(step, cause, connector.name, Date.now());
      const logs = isLogged(step, cause) ? { logsOf: ref } : {};
      this.notifier.tell(message, { tryAgain, afterSignIn: tryAgain, ...logs }, choices);
    }
  }
}

/** Only these steps use the connector, and only what reached the service can be in its logs. */
function isLogged(step: TestRunStep, error: Error): boolean {
  const wasSent = [QueryFailedError, ApiError, ContractError, NetworkError].some(
    (kind) => error instanceof kind,
  );
  const isOther = isRefusal(error, 404) || isRefusal(error, 429);
  return (step === "run" || step === "accounts") && wasSent && !isOther;
}
