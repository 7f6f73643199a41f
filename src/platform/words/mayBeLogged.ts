import { ApiError, ContractError, NetworkError } from "../http/errors";
import { mayHaveArrived } from "../http/networkReason";

/**
 * Whether the logs of the connector that a failure is about may tell more. Only what reached the service can be in
 * them; and who is refused here would be refused there.
 */
export function mayBeLogged(error: unknown): boolean {
  if (error instanceof ApiError) {
    return ![401, 403, 404, 429].includes(error.details.status);
  }
  return error instanceof NetworkError
    ? mayHaveArrived(error.reason)
    : error instanceof ContractError;
}
