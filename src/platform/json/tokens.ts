import { encodeJson } from "./wellFormedJson";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { codePointOf, lengthOf, readCharacter, writeCharacter } from "./escapes";
import { backslash, colon, isSpace, quote, readString, skipSpace, skipString } from "./scan";

/** Names a version of a configuration by what it says: equal exactly where `isSameVersion` holds. */
export type VersionId = string;

/** 32 hexadecimal digits. Not by the browser's own hashes: it has them only for pages that came by https. */
export function versionId(json: string): VersionId {
  return bytesToHex(sha256(tokenBytes(json))).slice(0, 32);
}

/** UTF-8 of the text without white space between its tokens, and with each string as `JSON.stringify` spells it. */
function tokenBytes(text: string): Uint8Array {
  const json = encodeJson(text);
  // Enough: JavaScript spells no string in more bytes than anybody else can.
  const out = new Uint8Array(json.length);
  let length = 0;
  let isInString = false;
  for (let at = 0; at < json.length;) {
    const byte = json[at]!;
    if (isInString && byte === backslash) {
      const character = readCharacter(json, at);
      length = writeSpelled(out, length, codePointOf(character));
      at += lengthOf(character);
    } else {
      isInString = (byte === quote) !== isInString;
      if (isInString || !isSpace(byte)) {
        out[length++] = byte;
      }
      at++;
    }
  }
  return out.subarray(0, length);
}

/** Writes a character as `JSON.stringify` does: escaped where it must be, or is half a surrogate pair. */
function writeSpelled(out: Uint8Array, start: number, codePoint: number): number {
  const isHalf = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint >= 0x20 && codePoint !== quote && codePoint !== backslash && !isHalf) {
    return writeCharacter(out, start, codePoint);
  }
  let at = start;
  for (const char of JSON.stringify(String.fromCharCode(codePoint)).slice(1, -1)) {
    out[at++] = char.charCodeAt(0);
  }
  return at;
}

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
        values.push(readString(json, at, end));
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
