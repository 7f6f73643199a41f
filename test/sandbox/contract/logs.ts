import { dateTime, int, listOf, open, orNull, text } from "./forms";

export const logEntry = open({
  id: text(255),
  log_time: dateTime(30),
  status: orNull(int({ minimum: 100, maximum: 599 })),
  event: orNull(text(255)),
  request: orNull(text(1000)),
  duration_ms: orNull(int({ minimum: 0 })),
  request_id: orNull(text(undefined, { format: "uuid" })),
});

export const logList = open({ logs: listOf(logEntry, 1000) }, ["logs"]);
