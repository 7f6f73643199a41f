import { ApiError, ContractError, isRefusal } from "../../platform/http/errors";
import type { Answer, Call, Send } from "../../platform/http/send";

/**
 * In the order in which they are tried. Of the data endpoints the official client calls those below `/v2`, the SDK
 * those without a prefix, and the older documents name the third; of a connector's details both clients call the one
 * without.
 */
const prefixes = { data: ["/v2", "", "/enterprise/v2"], details: ["", "/v2"] };

/** Sends calls below the prefix at which a service has its data API. The first call finds it out. */
export class ApiPrefixes {
  /** By kind of endpoint and origin. */
  private readonly answered = new Map<string, string>();

  constructor(private readonly send: Send) {}

  /**
   * Sends a call below the right prefix. Throws what `send` throws; of several refusals the most telling.
   * @param call its path lacks the prefix
   */
  async call<T>(call: Call<T>, kind: keyof typeof prefixes): Promise<Answer<T>> {
    const key = `${kind} ${call.account.origin}`;
    const known = this.answered.get(key);
    let problem: unknown;
    for (const prefix of prefixes[kind].toSorted((a, b) => +(b === known) - +(a === known))) {
      try {
        const answer = await this.send({ ...call, path: prefix + call.path });
        this.answered.set(key, prefix);
        return answer;
      } catch (error) {
        const isAbsent = isRefusal(error, 404);
        if (isAbsent ? known !== undefined : !isNoEndpoint(error, call.method)) {
          // Who refuses in the API's own words is the endpoint, too.
          if (known === undefined && error instanceof ApiError && error.details.form === "api") {
            this.answered.set(key, prefix);
          }
          throw error;
        }
        problem = isAbsent && !isRefusal(problem, 404) ? error : (problem ?? error);
      }
    }
    throw problem;
  }
}

/**
 * Whether there is no such endpoint: a gateway says 404 in words of its own, or shows its page for people. (A 404 in the
 * API's words is about what was asked for once the prefix is known, and may be about the path before.) Every other
 * refusal comes from where the key was looked at: asking elsewhere would only change which problem the person reads of.
 * An outage (5xx) says nothing of the path. What writes goes elsewhere after a 404 only, which did nothing: a page with
 * a success may hide that something was done.
 */
function isNoEndpoint(error: unknown, method: string): boolean {
  return error instanceof ApiError
    ? error.details.status === 404 && error.details.form !== "api"
    : error instanceof ContractError && error.isPage && method === "GET";
}
