import { skipSpace, skipString } from "../api/jsonSlice";

/** Deeper levels are not indented further: a line's indentation would outgrow its content. */
const deepestIndent = 100;

/**
 * Lays out a configuration for reading: two spaces, one member a line. Tokens keep their order and
 * their spelling, but for string escapes: the service may send `\/` and `\u00e9`, people read `/` and `é`.
 * @param json a text that `JSON.parse` accepts
 */
export function formatConfiguration(json: string): string {
  let out = "";
  let depth = 0;
  let at = skipSpace(json, 0);
  while (at < json.length) {
    const char = json.charAt(at);
    if (char === '"') {
      const end = skipString(json, at);
      out += readable(json.slice(at, end));
      at = end;
    } else if (char === "{" || char === "[") {
      const next = skipSpace(json, at + 1);
      const isEmpty = json[next] === "}" || json[next] === "]";
      out += isEmpty ? char + json[next] : char + newLine(++depth);
      at = isEmpty ? next + 1 : next;
    } else if (char === "}" || char === "]") {
      out += newLine(--depth) + char;
      at++;
    } else if (char === ",") {
      out += char + newLine(depth);
      at++;
    } else if (char === ":") {
      out += ": ";
      at++;
    } else {
      const end = skipLiteral(json, at);
      out += json.slice(at, end);
      at = end;
    }
    at = skipSpace(json, at);
  }
  return out + "\n";
}

const newLines = Array.from({ length: deepestIndent + 1 }, (_, depth) => "\n" + "  ".repeat(depth));

function newLine(depth: number): string {
  return newLines[Math.min(depth, deepestIndent)] ?? "\n";
}

const literal = /[^\s,:{}[\]"]+/y;

function skipLiteral(json: string, at: number): number {
  literal.lastIndex = at;
  return literal.test(json) ? literal.lastIndex : json.length;
}

const escapes = /(?:\\u[0-9a-fA-F]{4})+|\\[^u]/g;

/** VS Code takes these two for line ends, and asks about them. */
const lineEnds = /[\u2028\u2029]/;

/** A JSON string with the same value, escaped only where that is needed or helps the reader. */
function readable(token: string): string {
  const unescaped = token.includes("\\") ? token.replace(escapes, decodeEscape) : token;
  return lineEnds.test(unescaped) ? unescaped.replace(/[\u2028\u2029]/g, hexEscape) : unescaped;
}

function decodeEscape(escape: string): string {
  if (escape[1] !== "u") {
    return escape === "\\/" ? "/" : escape;
  }
  const units = escape.split("\\u").slice(1);
  let out = "";
  let at = 0;
  for (const char of String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))) {
    const spelled = units.slice(at, at + char.length);
    out += isPlain(char) ? char : spelled.map((unit) => `\\u${unit}`).join("");
    at += char.length;
  }
  return out;
}

/** Not quote, backslash, control, lone surrogate, or anything else that could not be seen. */
function isPlain(char: string): boolean {
  return char === " " || isJoiner(char) || !/["\\\p{C}\p{Z}]/u.test(char);
}

/** Emoji and several scripts are misspelt without them. */
function isJoiner(char: string): boolean {
  return char === "\u200c" || char === "\u200d";
}

function hexEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
