import { membersOf, stringOf } from "../../platform/json/parsedValue";
import { cellOf, parseResponse, SpelledNumber } from "../rows/responseJson";

/** What the service says of a run: that it goes on, that it failed, or its rows. */
export interface QueryAnswer {
  /** In capitals, e.g. `RUNNING`; untrusted. */
  readonly state?: string | undefined;
  readonly scheduleId?: string | undefined;
  readonly requestId?: string | undefined;
  /** As `parseResponse` gives it; empty where there is none. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** What a run that failed says of it, and its code for that. */
  readonly problem: string;
  readonly code?: string | undefined;
}

/** Reads the text of an answer that is a JSON object. Nothing in it is promised. */
export function queryAnswer(text: string): QueryAnswer {
  const { meta: given, data, error } = membersOf(parseResponse(text));
  const meta = membersOf(given);
  const { code, message, description } = membersOf(error);
  return {
    state: textOrDigits(meta["status_code"])?.toUpperCase(),
    scheduleId: textOrDigits(meta["schedule_id"]),
    requestId: textOrDigits(meta["request_id"]),
    meta,
    data,
    problem: [message, description].flatMap((words) => textOrDigits(words) ?? []).join(" "),
    code: textOrDigits(code),
  };
}

/** A text as it is, a number as its digits; undefined for an empty text, and for all else. */
export function textOrDigits(value: unknown): string | undefined {
  const isNumber = typeof value === "number" || value instanceof SpelledNumber;
  return (isNumber ? String(cellOf(value)) : stringOf(value)) || undefined;
}
