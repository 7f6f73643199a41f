import { quote, skipSpace, skipString } from "./scan";

const colon = 0x3a;

/**
 * What a JSON text says, without the names of its members: texts, and numbers as they are spelled. Null says nothing.
 * @param json a text that `JSON.parse` accepts
 */
export function jsonValues(json: string): string[] {
  const values: string[] = [];
  const word = /-?\d[-+.\deE]*|true|false/y;
  for (let at = 0; at < json.length;) {
    if (json.charCodeAt(at) === quote) {
      const end = skipString(json, at);
      if (json.charCodeAt(skipSpace(json, end)) !== colon) {
        values.push(String(JSON.parse(json.slice(at, end))));
      }
      at = end;
    } else {
      word.lastIndex = at;
      const [found = ""] = word.exec(json) ?? [];
      if (found) {
        values.push(found);
      }
      at += found.length || 1;
    }
  }
  return values;
}
