/** What names a file; `vscode.Uri` does. */
interface Named {
  toString(): string;
}

interface Known {
  /** Milliseconds since 1970: the time that was told last, and the one of what the editor has. */
  lastStat: number | undefined;
  editorTime: number | undefined;
  /** Reads to come, because another time was told: the editor may ask twice before it reads twice. */
  expected: number;
  /** When the last of those came, in milliseconds since 1970. */
  changedAt: number;
}

/** How long an editor may take to have what it reads, and reads it again if it is asked to. Milliseconds. */
const takeTime = 1000;

/**
 * Tells a read that an editor repeats from one that it needs. An editor reads a file that it opens, asking for
 * the file's time meanwhile; from then on it asks for the time first, and reads where that is another one. A
 * file that is read though its time is the same is one that a person wants from its source: *Revert File*,
 * *Compare with Saved*.
 */
export class FileReads {
  private readonly files = new Map<string, Known>();

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number = Date.now) {}

  /** The editor has asked for the file's time. */
  statted(file: Named, time: number): void {
    const known = this.files.get(file.toString());
    if (known) {
      known.lastStat = time;
      known.editorTime ??= time; // of the first read, which came before
      known.expected = known.editorTime === time ? 0 : known.expected + 1;
    }
  }

  /** Whether the editor reads a file again though its time is the same. Call it when the editor reads. */
  isRepeated(file: Named): boolean {
    const known = this.files.get(file.toString());
    if (!known) {
      this.set(file, undefined);
      return false;
    }
    known.editorTime = known.lastStat;
    if (known.expected > 0) {
      known.expected--;
      known.changedAt = this.now();
      return false;
    }
    return this.now() - known.changedAt > takeTime;
  }

  /** The editor has written the file, which has this time since. */
  written(file: Named, time: number | undefined): void {
    this.set(file, time);
  }

  /** Forgets what is known of a file whose last tab was closed. */
  closed(file: Named): void {
    this.files.delete(file.toString());
  }

  private set(file: Named, time: number | undefined): void {
    this.files.set(file.toString(), {
      lastStat: time,
      editorTime: time,
      expected: 0,
      changedAt: 0,
    });
  }
}
