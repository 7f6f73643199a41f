import { meta } from "./errors";
import { dateTime, int, open, text } from "./forms";

/** The one success that comes in an envelope. */
export const teamAnswer = open(
  {
    meta,
    data: open({
      // The limit is one less; a double cannot tell the two apart.
      team_id: { type: "integer", format: "int64", minimum: 1, maximum: 2 ** 63 },
      name: text(255, { pattern: "^.+" }),
      display_id: text(50, { pattern: "^SM_[A-Za-z0-9]+" }),
      status: int({ minimum: 0, maximum: 10 }),
      created_at: dateTime(32),
    }),
  },
  ["meta", "data"],
);
