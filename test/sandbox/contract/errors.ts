import { closed, text } from "./forms";

/** Who asks the service's support quotes this. */
export const meta = closed(
  { request_id: text(64, { minLength: 8, pattern: "^[A-Za-z0-9_-]+$" }) },
  ["request_id"],
);

/** The body of every refusal. */
export const refusal = closed(
  {
    meta,
    error: closed(
      {
        code: text(100, { pattern: "^[A-Z][A-Z0-9_]*$" }),
        message: text(255, { pattern: "^.+$" }),
        description: text(2048),
      },
      ["code", "message"],
    ),
  },
  ["meta", "error"],
);
