import type { RunRequest } from "./runResult";

const capitals = /\$[A-Z][A-Z0-9_]*/g;
const variable = /^[A-Za-z_]\w*$/;

/** What a header may be named. Others are left out: curl reads a file where one begins with `@`. */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * The request as a command for a POSIX shell. A credential is a variable of the shell, `"$NAME"`; every other text
 * goes through as it is, whatever is in it.
 */
export function curlCommand(request: RunRequest): string {
  const quoted = (text: string) => shellQuote(text, credentialsIn(request));
  const { method, url, headers, body } = request;
  const named = headers.filter(([name]) => headerName.test(name));
  const hasType = named.some(([name]) => name.toLowerCase() === "content-type");
  const parts = [
    // Brackets and braces in an address are not ranges.
    "curl --globoff",
    ...methodParts(method, body !== undefined, quoted),
    `--url ${quoted(url)}`,
    ...named.map(([name, value]) => {
      const line = value.replace(/[\r\n]+/g, " ").trim();
      // A colon without a value would remove the header.
      return `--header ${quoted(line ? `${name}: ${line}` : `${name};`)}`;
    }),
    // curl would say that it is a form.
    ...(body === undefined || hasType ? [] : [`--header ${quoted("Content-Type:")}`]),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
  ];
  return parts.join(" \\\n  ");
}

function methodParts(
  method: string,
  hasBody: boolean,
  quoted: (text: string) => string,
): readonly string[] {
  if (method === "HEAD" && !hasBody) {
    return ["--head"];
  }
  return method === (hasBody ? "POST" : "GET") ? [] : [`--request ${quoted(method)}`];
}

/** Finds the masks of credentials. */
function credentialsIn({ credentialNames }: RunRequest): RegExp {
  const names = credentialNames?.filter((name) => variable.test(name));
  if (!names) {
    return capitals;
  }
  // The longest first: one may begin as another does.
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return names.length > 0 ? new RegExp(`\\$(?:${longestFirst.join("|")})(?!\\w)`, "g") : /(?!)/g;
}

/** Single quotes keep all but a single quote; no argument can have a zero character. */
function shellQuote(text: string, credentials: RegExp): string {
  const clean = text.replaceAll("\0", "");
  const parts: string[] = [];
  let at = 0;
  for (const { 0: name, index } of clean.matchAll(credentials)) {
    parts.push(literal(clean.slice(at, index)), `"${name}"`);
    at = index + name.length;
  }
  parts.push(literal(clean.slice(at)));
  return parts.join("") || "''";
}

function literal(text: string): string {
  return text && `'${text.replaceAll("'", "'\\''")}'`;
}
