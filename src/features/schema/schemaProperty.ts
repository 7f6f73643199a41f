import { schemaUrl } from "../../manifest";
import { sliceMember } from "../../platform/json/slice";
import { schemaUrls } from "./schemaNames";

/** Entries of VS Code's setting `json.schemas` that have it take the schema from the extension. */
export function extensionSchemaEntries(): readonly object[] {
  return schemaUrls.map((url) => ({ url, fileMatch: [], schema: { $ref: schemaUrl } }));
}

/** The member that tells editors a file's schema; the service never needs it. */
const added = `"$schema": "${schemaUrls[0]}"`;

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
