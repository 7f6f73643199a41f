import { isRecord } from "../rows/responseJson";
import { pointerStep } from "../../platform/json/pointers";

type Part = object;

/**
 * Where the objects and lists of a response stand in it. Made before adapters move them elsewhere.
 */
export class ResponsePlaces {
  private readonly parents = new Map<Part, readonly [Part, string | number]>();
  private readonly sources = new Map<Part, unknown>();

  constructor(private readonly root: unknown) {
    const open: unknown[] = [root];
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      if (Array.isArray(part)) {
        for (let index = 0; index < part.length; index++) {
          this.note(part, index, part[index], open);
        }
      } else if (isRecord(part)) {
        for (const key of Object.keys(part)) {
          this.note(part, key, part[key], open);
        }
      }
    }
  }

  /** An object was made of another part of the response. */
  madeOf(made: object, source: unknown): void {
    this.sources.set(made, source);
  }

  /** The JSON Pointer of an object or a list, or of what it was made of; undefined where it has none. */
  pointerOf(value: unknown): string | undefined {
    let part = value;
    while (typeof part === "object" && part !== null && this.sources.has(part)) {
      part = this.sources.get(part);
    }
    const steps: string[] = [];
    while (part !== this.root) {
      const [parent, key] =
        typeof part === "object" && part !== null ? (this.parents.get(part) ?? []) : [];
      if (parent === undefined || key === undefined) {
        return undefined;
      }
      steps.push(`/${pointerStep(key)}`);
      part = parent;
    }
    return steps.toReversed().join("");
  }

  private note(parent: Part, key: string | number, value: unknown, open: unknown[]): void {
    if (typeof value === "object" && value !== null && !this.parents.has(value)) {
      this.parents.set(value, [parent, key]);
      open.push(value);
    }
  }
}
