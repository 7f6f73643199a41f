/** Steps through a text that `JSON.parse` accepts, by the codes of its characters. */

export const quote = 0x22;
export const comma = 0x2c;
export const openBracket = 0x5b;
const backslash = 0x5c;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

/** The index after white space that begins at `at`. */
export function skipSpace(json: string, at: number): number {
  let code = json.charCodeAt(at);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
    code = json.charCodeAt(++at);
  }
  return at;
}

/** The index after the string whose opening quote stands at `at`. */
export function skipString(json: string, at: number): number {
  for (let index = at + 1; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (code === quote) {
      return index + 1;
    }
    if (code === backslash) {
      index++;
    }
  }
  return json.length;
}

/** The index after the value that begins at `at`, or after the white space behind it. */
export function skipValue(json: string, at: number): number {
  let depth = 0;
  for (let index = at; index < json.length; index++) {
    switch (json.charCodeAt(index)) {
      case quote:
        index = skipString(json, index) - 1;
        if (depth === 0) {
          return index + 1;
        }
        break;
      case openBrace:
      case openBracket:
        depth++;
        break;
      case closeBrace:
      case closeBracket:
        if (depth === 0) {
          return index;
        }
        if (--depth === 0) {
          return index + 1;
        }
        break;
      case comma:
        if (depth === 0) {
          return index;
        }
        break;
      default:
    }
  }
  return json.length;
}
