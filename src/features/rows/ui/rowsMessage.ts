import * as z from "zod/mini";
import type { FromRowsView } from "../rowsMessages";

const index = z.number().check(z.int(), z.nonnegative());
const indexes = z.array(index);

const messages: z.ZodMiniType<FromRowsView> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({
    type: z.literal("command"),
    command: z.enum(["copyRows", "saveRows", "openResponse", "copyAsCurl", "runAgain"]),
  }),
  z.object({ type: z.literal("openField"), column: index }),
  z.object({ type: z.literal("openCell"), row: index, column: index }),
  z.object({ type: z.literal("copyCell"), row: index, column: index }),
  z.object({ type: z.literal("openRemark"), remark: index }),
  z.object({ type: z.literal("select"), rows: indexes }),
  z.object({ type: z.literal("rows"), request: index, rows: indexes }),
]);

/** A message of the view; undefined where it is none. */
export function parseRowsMessage(message: unknown): FromRowsView | undefined {
  return messages.safeParse(message).data;
}
