/**
 * JSON text with its lone surrogates as escapes: no encoding can carry them, and UTF-8 would have U+FFFD in
 * their place, so that what a string says would change.
 * @param json a text that `JSON.parse` accepts
 */
export function wellFormedJson(json: string): string {
  // The first test is the fast one; in a Unicode expression, surrogates are those that form no pair.
  return /[\ud800-\udfff]/.test(json)
    ? json.replace(/\p{Cs}/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`)
    : json;
}

const encoder = new TextEncoder();

/** UTF-8 of a JSON text that says the same. @param json a text that `JSON.parse` accepts */
export function encodeJson(json: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(wellFormedJson(json));
}
