import {
  ApiError,
  CancelledError,
  ContractError,
  isRefusal,
  NetworkError,
} from "../../../platform/http/errors";
import type { Choice, Notifier } from "../../../platform/ui/notifier";
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

/** What a failure may offer. */
export interface FailureOffer {
  readonly tryAgain: () => unknown;
  readonly choices?: readonly Choice[];
}

/** Shows why test runs fail. */
export class TestRunFailures {
  constructor(private readonly notifier: Notifier) {}

  /** Does something for a test run, and tells why it couldn't be done. */
  async guard(
    { ref, connector }: ConnectorTarget,
    { tryAgain, choices }: FailureOffer,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
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
