/** What names a file; `vscode.Uri` does. */
interface Named {
  toString(): string;
}

interface Known {
  /** Milliseconds since 1970: the time that was told last, and the one of what the editor has. */
  told: number | undefined;
  had: number | undefined;
  /** Reads to come, because another time was told: the editor may ask twice before it reads twice. */
  expected: number;
}

/**
 * Tells a read that an editor repeats from one that it needs. An editor reads a file that it opens, asking for
 * the file's time meanwhile; from then on it asks for the time first, and reads where that is another one. A
 * file that is read though its time is the same is one that a person wants from its source: *Revert File*,
 * *Compare with Saved*.
 */
export class FileReads {
  private readonly files = new Map<string, Known>();

  /** The editor has asked for the file's time. */
  told(file: Named, time: number): void {
    const known = this.files.get(file.toString());
    if (known) {
      known.told = time;
      known.had ??= time; // of the first read, which came before
      known.expected = known.had === time ? 0 : known.expected + 1;
    }
  }

  /** Call it when the editor reads the file. */
  isRepeated(file: Named): boolean {
    const known = this.files.get(file.toString());
    if (!known) {
      this.files.set(file.toString(), { told: undefined, had: undefined, expected: 0 });
      return false;
    }
    known.had = known.told;
    const isRepeated = known.expected === 0;
    known.expected = Math.max(0, known.expected - 1);
    return isRepeated;
  }

  /** The editor has written the file, which has this time since. */
  has(file: Named, time: number | undefined): void {
    this.files.set(file.toString(), { told: time, had: time, expected: 0 });
  }

  closed(file: Named): void {
    this.files.delete(file.toString());
  }
}
