import { ApiError, CancelledError, ContractError, NetworkError } from "./errors";
import { mayHaveArrived } from "./networkReason";

/**
 * Whether a request that failed so may have been carried out all the same. An answer that never came,
 * broke off, or came from something in between says nothing of that.
 */
export function mayHaveTakenEffect(error: unknown): boolean {
  if (error instanceof NetworkError) {
    return mayHaveArrived(error.reason);
  }
  if (error instanceof ApiError) {
    const { status, form } = error.details;
    return [408, 502, 504].includes(status) || (form !== "api" && status >= 500);
  }
  return error instanceof ContractError || (error instanceof CancelledError && error.sent);
}
