/**
 * How a configuration refers to a registered secret. From the official request collection: `<placeholder>` in
 * `{{ secrets.<placeholder> }}` is the `secret_placeholder` of the API's list; the placeholder alone is no reference.
 * @param placeholder as the service made it
 */
export function secretReference(placeholder: string): string {
  return `{{ ${secretsPrefix}${placeholder} }}`;
}

/** What a placeholder's name begins with when it refers to a secret. */
export const secretsPrefix = "secrets.";

/**
 * Which secret a placeholder refers to.
 * @param name what stands between the braces, without white space around it
 * @returns undefined where it refers to none
 */
export function referredSecret(name: string): string | undefined {
  return name.startsWith(secretsPrefix) ? name.slice(secretsPrefix.length).trim() : undefined;
}
