import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Names a version of a configuration by what it says: equal exactly where `isSameVersion` holds. */
export type VersionId = string;

/**
 * Two texts are the same version when their tokens are equal: strings by value, everything else by
 * spelling, and in the same order. White space and the way a string is escaped do not count.
 * @param a a text that `JSON.parse` accepts, as is `b`
 */
export function isSameVersion(a: string, b: string): boolean {
  return a === b || isEqual(tokenBytes(a), tokenBytes(b));
}

/** 32 hexadecimal digits. Not by the browser's own hashes: it has them only for pages that came by https. */
export function versionId(json: string): VersionId {
  return bytesToHex(sha256(tokenBytes(json))).slice(0, 32);
}

const quote = 0x22;
const backslash = 0x5c;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** UTF-8 of the text without white space between its tokens, and with each string in one spelling. */
function tokenBytes(text: string): Uint8Array {
  const json = encoder.encode(text);
  // Enough: JavaScript spells no string in more bytes than anybody else can.
  const out = new Uint8Array(json.length);
  let length = 0;
  for (let at = 0; at < json.length;) {
    const byte = json[at]!;
    if (byte === quote) {
      const { end, isEscaped } = readString(json, at);
      if (isEscaped) {
        const string = respelled(json.subarray(at, end));
        out.set(string, length);
        length += string.length;
        at = end;
      }
      while (at < end) {
        out[length++] = json[at++]!;
      }
    } else {
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
        out[length++] = byte;
      }
      at++;
    }
  }
  return out.subarray(0, length);
}

function readString(json: Uint8Array, start: number) {
  let isEscaped = false;
  for (let at = start + 1; at < json.length; at++) {
    const byte = json[at];
    if (byte === quote) {
      return { end: at + 1, isEscaped };
    }
    if (byte === backslash) {
      isEscaped = true;
      at++;
    }
  }
  return { end: json.length, isEscaped };
}

function respelled(string: Uint8Array): Uint8Array {
  return encoder.encode(JSON.stringify(JSON.parse(decoder.decode(string))));
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) {
    return false;
  }
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at]) {
      return false;
    }
  }
  return true;
}
