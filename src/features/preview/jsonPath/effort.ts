/** So many values at most are looked at for one preview: some seconds' work, whatever its paths and its response are. */
const mostSteps = 8_000_000;

/** Paths match more than is looked at, or compare more than there is time for. */
export class TooManyMatchesError extends Error {
  override readonly name = "TooManyMatchesError";
}

/** What the paths of one preview may cost together. Adapters put one object into many rows, and paths go through each. */
export class Effort {
  private spent = 0;

  /**
   * Counts values that are looked at. Throws `TooManyMatchesError` when there are too many.
   * @param steps how many
   */
  spend(steps: number): void {
    this.spent += steps;
    if (this.spent > mostSteps) {
      throw new TooManyMatchesError();
    }
  }
}
