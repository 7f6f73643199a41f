/**
 * Every text that a JSON Schema allows by name, in an `enum` or a `const`, wherever it stands.
 * @param text of the schema, which is JSON
 */
export function schemaWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  JSON.parse(text, (key, value: unknown) => {
    if (key === "enum" || key === "const") {
      for (const word of [value].flat()) {
        if (typeof word === "string") {
          words.add(word);
        }
      }
    }
    return value;
  });
  return words;
}
