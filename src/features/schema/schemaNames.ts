/** The two names that the documentation has for the same schema; the first one can be fetched. */
export const schemaUrls: readonly string[] = [
  "https://api.supermetrics.com/connector_builder/v1/schema/v1",
  "https://api.supermetrics.com/cc/v1/schema/connector",
];

const naming = new RegExp(`"\\$schema"\\s*:\\s*"(?:${schemaUrls.join("|")})"`);

/** Whether a text, which need not be JSON yet, names the schema by one of its URLs. */
export function namesSchema(text: string): boolean {
  return naming.test(text);
}
