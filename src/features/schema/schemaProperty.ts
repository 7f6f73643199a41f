import { schemaUrl } from "../../manifest";
import { sliceMember } from "../../platform/json/slice";

/** The two names that the documentation has for the same schema; the first one can be fetched. */
export const schemaUrls: readonly string[] = [
  "https://api.supermetrics.com/connector_builder/v1/schema/v1",
  "https://api.supermetrics.com/cc/v1/schema/connector",
];

/** Entries of VS Code's setting `json.schemas` that have it take the schema from the extension. */
export function extensionSchemaEntries(): readonly object[] {
  return schemaUrls.map((url) => ({ url, fileMatch: [], schema: { $ref: schemaUrl } }));
}

/** The member that tells editors a file's schema; the service never needs it. */
const added = `"$schema": "${schemaUrls[0]}"`;

const naming = new RegExp(`"\\$schema"\\s*:\\s*"(?:${schemaUrls.join("|")})"`);

/** Whether a text, which need not be JSON yet, names the schema by one of its URLs. */
export function namesSchema(text: string): boolean {
  return naming.test(text);
}

/**
 * The text as a file: with `$schema` as its first member, unless it has one.
 * @param json a configuration, laid out
 */
export function withSchema(json: string): { readonly text: string; readonly isAdded: boolean } {
  if (sliceMember(json, ["$schema"]) !== undefined) {
    return { text: json, isAdded: false };
  }
  const isEmpty = /^\s*\{\s*\}\s*$/.test(json);
  const text = json.replace(/^\s*\{/, (brace) => `${brace}\n  ${added}${isEmpty ? "\n" : ","}`);
  return { text, isAdded: true };
}

/** The text without the `$schema` that was added, if it still stands first; everything else as it is. */
export function withoutSchema(text: string): string {
  const first = /^(\s*\{)\s*"\$schema"\s*:\s*"([^"\\]*)"\s*(,|(?=\}))/.exec(text);
  const [all = "", brace = "", url = ""] = first ?? [];
  return schemaUrls.includes(url) ? brace + text.slice(all.length) : text;
}
