/** Why a path gives nothing: it is none of RFC 9535, has a part that isn't evaluated, or is longer or deeper than anybody writes. */
export type PathProblem = "malformed" | "notEvaluated" | "tooLong";

/** A path can't be evaluated. */
export class PathError extends Error {
  override readonly name = "PathError";

  constructor(readonly problem: PathProblem) {
    super(problem);
  }
}

/** So deep parentheses, filters and functions may stand in each other. */
const mostNested = 50;

/** Goes through the text of a path. Throws `PathError`. */
export class Reader {
  at = 0;
  private depth = 0;

  constructor(readonly text: string) {}

  /** Whether some text stands here; if so, goes behind it. */
  skip(text: string): boolean {
    const isThere = this.text.startsWith(text, this.at);
    this.at += isThere ? text.length : 0;
    return isThere;
  }

  /** Goes behind a text that must stand here. */
  need(text: string): void {
    if (!this.skip(text)) {
      this.fail();
    }
  }

  /** The text of a form (with the flag `y`) that stands here; undefined where it doesn't. */
  take(form: RegExp): string | undefined {
    form.lastIndex = this.at;
    const found = form.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  /** Blanks, which may be none. */
  space(): void {
    this.take(/[ \t\n\r]*/y);
  }

  /** Reads something that may contain itself. Fails where it is nested too deep. */
  nested<T>(read: (reader: this) => T): T {
    if (++this.depth > mostNested) {
      this.fail("tooLong");
    }
    const value = read(this);
    this.depth--;
    return value;
  }

  /** Throws `PathError` with this problem. */
  fail(problem: PathProblem = "malformed"): never {
    throw new PathError(problem);
  }
}
