import { errorAnswer, Refusal } from "./answers";
import type { Fault, World } from "./model";

interface Counted extends Fault {
  seen?: number;
}

/** The fault that this request meets, if any; counts it. */
export function takeFault(world: World, method: string, path: string): Fault | undefined {
  const fault: Counted | undefined = world.faults.find((one: Counted) => {
    const matches =
      (!one.method || one.method === method) && (!one.path || new RegExp(one.path).test(path));
    if (!matches) {
      return false;
    }
    one.seen = (one.seen ?? 0) + 1;
    return one.seen > (one.skip ?? 0);
  });
  const times = fault?.times ?? 1;
  if (fault && times > 0 && (fault.seen ?? 0) >= (fault.skip ?? 0) + times) {
    world.faults = world.faults.filter((one) => one !== fault);
  }
  return fault;
}

/** Whether the fault replaces the answer, and does not only delay or break it. */
export function replacesAnswer(fault: Fault): boolean {
  return [fault.status, fault.body, fault.json, fault.errorCode].some((part) => part !== undefined);
}

/** The real answer, with the headers of a fault. */
export function withHeaders(answer: Response, { headers = {} }: Fault): Response {
  for (const [name, value] of Object.entries(headers)) {
    answer.headers.set(name, value);
  }
  return answer;
}

/** The answer that a fault gives instead. */
export function faultAnswer(fault: Fault): Response {
  const {
    status = 500,
    errorCode,
    errorMessage = "An unexpected error occurred.",
    errorDescription,
    headers,
  } = fault;
  if (errorCode !== undefined) {
    return errorAnswer(new Refusal(status, errorCode, errorMessage, errorDescription), headers);
  }
  const type = fault.contentType ?? (fault.json === undefined ? "text/html" : "application/json");
  const body = fault.json === undefined ? (fault.body ?? "") : JSON.stringify(fault.json);
  const isBodiless = status === 204 || status === 304;
  return new Response(isBodiless ? null : body, {
    status,
    headers: { "content-type": type, ...headers },
  });
}
