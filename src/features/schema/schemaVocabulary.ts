/**
 * Every text that a JSON Schema allows by name, in an `enum` or a `const`, wherever it stands.
 * @param text of the schema, which is JSON
 */
export function schemaVocabulary(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  // Without recursion: no depth exhausts the stack.
  const waiting: unknown[] = [JSON.parse(text)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "object" && next !== null) {
      for (const [key, value] of Object.entries(next)) {
        if (key === "enum" || key === "const") {
          addNames(names, value);
        }
        if (typeof value === "object" && value !== null) {
          waiting.push(value);
        }
      }
    }
  }
  return names;
}

function addNames(names: Set<string>, value: unknown): void {
  for (const name of [value].flat()) {
    if (typeof name === "string") {
      names.add(name);
    }
  }
}
