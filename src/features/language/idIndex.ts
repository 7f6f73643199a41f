import type { Place } from "../../platform/json/scan";

/** What has an ID that other parts of a configuration name; `builtIn` is a documented placeholder. */
export type IdKind = "reportType" | "field" | "userInput" | "secret" | "signer" | "builtIn";

/** A place of a configuration where an ID stands. */
export interface IdOccurrence {
  readonly kind: IdKind;
  /** What the text says there, without escapes. */
  readonly id: string;
  /** Of a field: where the report type that has it begins in the text. IDs of fields are the report type's own. */
  readonly scope?: number | undefined;
  /** Of a report type's definition: where the report type begins. */
  readonly reportTypeStart?: number | undefined;
  readonly role: "definition" | "reference";
  /** False where the documentation doesn't show the form: it may be something else that says the same. */
  readonly isCertain: boolean;
  /** The ID alone, without quotes, as it is spelled in the text. */
  readonly place: Place;
}

/** The IDs of a configuration, by place and by what they mean. */
export class IdIndex {
  /** In the order of the text. */
  readonly occurrences: readonly IdOccurrence[];
  private readonly bySymbol = new Map<string, IdOccurrence[]>();

  /** @param occurrences in any order */
  constructor(occurrences: readonly IdOccurrence[]) {
    this.occurrences = occurrences.toSorted((a, b) => a.place.offset - b.place.offset);
    for (const one of this.occurrences) {
      const symbol = symbolOf(one);
      const known = this.bySymbol.get(symbol);
      if (known) {
        known.push(one);
      } else {
        this.bySymbol.set(symbol, [one]);
      }
    }
  }

  /**
   * What stands at an offset, its beginning and its end included. Several where one text may mean several things.
   * @param offset in UTF-16 code units
   */
  at(offset: number): readonly IdOccurrence[] {
    let first = 0;
    // The places are as they stand in the text, and no two of them overlap but those that are equal.
    for (let after = this.occurrences.length; first < after;) {
      const middle = (first + after) >> 1;
      if (endOf(this.occurrences[middle]) < offset) {
        first = middle + 1;
      } else {
        after = middle;
      }
    }
    const found: IdOccurrence[] = [];
    for (let one = this.occurrences[first]; one && one.place.offset <= offset;) {
      found.push(one);
      one = this.occurrences[++first];
    }
    return found;
  }

  /** All places of the same ID, in the order of the text. */
  placesOf(one: IdOccurrence): readonly IdOccurrence[] {
    return this.bySymbol.get(symbolOf(one)) ?? [];
  }

  /** Where an ID is defined; empty where nothing defines it. */
  definitionsOf(one: IdOccurrence): readonly IdOccurrence[] {
    return this.placesOf(one).filter(({ role }) => role === "definition");
  }

  /** The definitions of a kind, in the order of the text. */
  definitions(kind: IdKind): readonly IdOccurrence[] {
    return this.occurrences.filter((one) => one.kind === kind && one.role === "definition");
  }
}

function endOf(one: IdOccurrence | undefined): number {
  return one ? one.place.offset + one.place.length : Infinity;
}

function symbolOf({ kind, scope, id }: IdOccurrence): string {
  return `${kind} ${scope ?? ""} ${id}`;
}
