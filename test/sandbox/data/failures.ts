import { Refusal } from "../answers";

/** Why a run, a login or a look at the accounts fails. */
export const failures = {
  /** Never says which of its many causes it was; the code is the one that the service answers with status 403. */
  authentication: () =>
    new Refusal(
      403,
      "QUERY_AUTH_UNAVAILABLE",
      "Authentication failed.",
      "No valid authentication is available for the data source.",
    ),
  unknownField: (id: string) =>
    new Refusal(400, "BAD_REQUEST", "Unknown field.", `The field “${bounded(id)}” does not exist.`),
  badQuery: (description: string) =>
    new Refusal(400, "BAD_REQUEST", "The request was invalid.", description),
  accountRequired: () =>
    new Refusal(400, "ACCOUNT_REQUIRED", "Request requires one or more data source accounts."),
  /** For what is documented too little, or more than a test needs. */
  cannot: (what: string) =>
    new Refusal(
      422,
      "UNPROCESSABLE_ENTITY",
      "The configuration can't be run.",
      `The sandbox can't run ${bounded(what)}.`,
    ),
  source: (message: string, description?: string) =>
    new Refusal(
      500,
      "INTERNAL_SERVER_ERROR",
      bounded(message),
      description && bounded(description),
    ),
};

/** One line of at most 200 characters: messages are at most 255 of one line. */
function bounded(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 200);
}
