import { parseResponse } from "../../rows/responseJson";
import type { Reader } from "./reader";

/** A string in either kind of quotes; undefined where none begins. */
export function stringLiteralAt(reader: Reader): string | undefined {
  const { text } = reader;
  const quote = text[reader.at];
  if (quote !== "'" && quote !== '"') {
    return undefined;
  }
  const start = ++reader.at;
  while (text[reader.at] !== quote) {
    reader.at += text[reader.at] === "\\" ? 2 : 1;
    if (reader.at >= text.length) {
      reader.fail();
    }
  }
  // In single quotes these may be escaped, and double quotes stand alone.
  const inner = text
    .slice(start, reader.at++)
    .replace(/\\(.)|"/gs, (all, escaped: string | undefined) =>
      escaped === undefined ? '\\"' : quote === "'" && /['"]/.test(escaped) ? escaped : all,
    );
  try {
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return reader.fail();
  }
}

/** A string, a number, `true`, `false` or `null`. */
export function literalAt(reader: Reader): unknown {
  return (
    stringLiteralAt(reader) ??
    parseResponse(
      reader.take(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y) ?? reader.fail(),
    )
  );
}
