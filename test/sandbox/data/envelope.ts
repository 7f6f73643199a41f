import { jsonAnswer, newRequestId } from "../answers";

/** A success in the data API's envelope. */
export function dataAnswer(
  data: unknown,
  { status = 200, meta = {}, ...more }: { status?: number; meta?: object; error?: object } = {},
): Response {
  const requestId = newRequestId();
  const body = { meta: { request_id: requestId, ...meta }, data, ...more };
  const answer = jsonAnswer(status, JSON.stringify(body));
  answer.headers.set("x-request-id", requestId);
  return answer;
}

/** A refusal in the flat form that is documented for logins and their links. */
export function flatAnswer(status: number, error: string, message: string): Response {
  return jsonAnswer(status, JSON.stringify({ error, message }));
}
