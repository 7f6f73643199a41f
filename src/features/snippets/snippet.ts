/** A documented piece of a configuration, with stops for what differs each time. */
export interface Snippet {
  readonly label: string;
  /** Page of the documentation that it follows. */
  readonly page: string;
  /** Keys down to the list or object that it goes into; `*` is any index, and `**` any way before the rest. */
  readonly into: readonly string[];
  /**
   * Items of the list, or members of the object. Strings have tab stops as the editor knows them:
   * `${1:default}`, `${1|one,other|}` and, for the same again, `${1}`.
   */
  readonly body: readonly unknown[] | Readonly<Record<string, unknown>>;
}

/** Body and tab stops as the editor inserts them, without brackets around it and without a comma behind. */
export function snippetText(body: Snippet["body"]): string {
  const parts = Array.isArray(body)
    ? body.map((item) => textOf(item))
    : Object.entries(body).map(([key, value]) => `${JSON.stringify(key)}: ${textOf(value)}`);
  return parts.join(",\n");
}

/** The text that is there when nothing is changed at the stops. */
export function withDefaults(snippet: string): string {
  const defaults = new Map<string, string>();
  return snippet
    .replace(/\$\{(\d+)(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, (_, stop: string, text, choice) => {
      const value = String(text ?? choice);
      defaults.set(stop, value);
      return value;
    })
    .replace(
      /\$(\d+)|\$\{(\d+)\}/g,
      (_, bare, braced) => defaults.get(String(bare ?? braced)) ?? "",
    );
}

/** Numbers and empty objects stand in the body as strings, for the sake of their tab stops. */
function textOf(value: unknown): string {
  return JSON.stringify(value, undefined, "\t")
    .replace(/"(\$\{\d+:\d+\})"/g, "$1")
    .replace(/"\$\{(\d+):\{\}\}"/g, "{$$$1}");
}
