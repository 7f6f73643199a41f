import { isObject } from "../../platform/json/parsedValue";
import type { FromRowsView } from "./rowsMessages";

type MessageType = FromRowsView["type"];

/** The members of each message that are indexes of rows, columns and so on. */
const indexes: Readonly<Record<MessageType, readonly string[]>> = {
  ready: [],
  command: [],
  openField: ["column"],
  openCell: ["row", "column"],
  copyCell: ["row", "column"],
  openRemark: ["remark"],
  select: [],
  rows: ["request"],
};

/** Those that have a list of rows. */
const withRows: readonly string[] = ["select", "rows"] satisfies MessageType[];

const commands: readonly unknown[] = [
  "copyRows",
  "saveRows",
  "openResponse",
  "copyAsCurl",
  "runAgain",
] satisfies Extract<FromRowsView, { type: "command" }>["command"][];

/** Whether something is a message of the view. */
export function isRowsMessage(message: unknown): message is FromRowsView {
  if (!isObject(message) || typeof message["type"] !== "string") {
    return false;
  }
  const { type, rows, command } = message;
  return (
    Object.hasOwn(indexes, type) &&
    Object.entries(indexes).every(
      ([known, names]) => known !== type || names.every((name) => isIndex(message[name])),
    ) &&
    (!withRows.includes(type) || (Array.isArray(rows) && rows.every(isIndex))) &&
    (type !== "command" || commands.includes(command))
  );
}

function isIndex(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}
