import type { JsonPath } from "../../platform/json/places";
import type { CheckCode } from "./checkDefinitions";

/** Something that a check says about a configuration. */
export interface Finding {
  readonly code: CheckCode;
  readonly path: JsonPath;
  /** The finding is about the key at the path, not about its value. */
  readonly isAboutKey?: boolean;
  readonly text: string;
  /** The service's own schema knows better: a warning at most. */
  readonly isOutranked?: boolean;
  /** Another place that has to do with it, e.g. where the same ID stands first. */
  readonly related?: { readonly path: JsonPath; readonly text: string };
  readonly fixes?: readonly Fix[];
  /** A secret that is to be registered. */
  readonly secret?: { readonly name: string; readonly value?: string };
}

/** An edit that mends it. Texts are JSON. */
export interface Fix {
  readonly title: string;
  /** The value to replace, or the object that gets a member. */
  readonly path: JsonPath;
  readonly json: string;
  /** The key of the member that is added. */
  readonly add?: string;
}

export interface Report {
  (finding: Finding): void;
  /** Whether another finding of a check would be kept; to make one costs more than to look. */
  wants(code: CheckCode): boolean;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object's own members; nothing of what is no object. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value at a path of keys. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, key) => membersOf(parent)[key], value);
}
