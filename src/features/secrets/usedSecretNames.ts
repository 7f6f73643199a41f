import { declaredSecrets } from "../checks/rules/secrets";

/**
 * Finds the names of secrets that a configuration uses: what it refers to as `{{ secrets.NAME }}`, a bare
 * `{{NAME}}` included, and the ids that it declares. `.env` files write `CLIENT_ID` where a configuration has
 * `client-id`.
 * @param text of the configuration, which need not be JSON
 * @returns whether it uses a name
 */
export function usedSecretNames(text: string): (name: string) => boolean {
  const referred = Array.from(
    text.matchAll(/\{\{[^\S\n]{0,20}(?:secrets\.[^\S\n]{0,20})?([\w.-]+)/g),
    ([, name = ""]) => name,
  );
  const declared = declaredSecrets(parsed(text)).flatMap(({ id }) => id ?? []);
  const used = new Set([...referred, ...declared].map(comparable));
  return (name) => used.has(comparable(name));
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/[.-]/g, "_");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
