import { failures } from "./failures";

/** An object of a configuration, of which nothing is known. */
export type Part = Readonly<Record<string, unknown>>;

export function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nothing where there is no object. */
export function partOf(value: unknown): Part {
  return isPart(value) ? value : {};
}

export function partsOf(value: unknown): readonly Part[] {
  return Array.isArray(value) ? value.filter(isPart) : [];
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Any value of JSON as a text: nothing for null, JSON for objects and lists. */
export function written(value: unknown): string {
  if (value === undefined || value === null) {
    return "";
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * Throws a failure that names what stands beside the known properties: what the sandbox passed over would give rows
 * that the service would not.
 */
export function refuseOthers(part: Part, known: readonly string[], where: string): void {
  const other = Object.keys(part).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw failures.cannot(`“${other}” of ${where}`);
  }
}
