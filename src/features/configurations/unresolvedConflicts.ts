import { diffArrays } from "diff";
import { formattedLines } from "./lineChanges";

/** Both sides of a merge and what they began from, each a JSON text. */
export interface MergeSides {
  readonly base: string;
  readonly theirs: string;
  readonly yours: string;
}

/** Long enough for every edit that a person makes. Milliseconds. */
const maxWait = 300;

/**
 * Whether a conflict is left as it was before both sides: the merge editor shows what both began from until the
 * person decides, and saves that where it is closed with conflicts. False where that takes too long to find out.
 * @param result the text of the merge editor's result
 */
export function hasUnresolvedConflicts(
  { base, theirs, yours }: MergeSides,
  result: string,
): boolean {
  const before = formattedLines(base);
  const [byThem, byYou] = [theirs, yours].map((text) => changesOf(before, formattedLines(text)));
  const decided = changesOf(before, result.split(/\r?\n/));
  if (!byThem || !byYou || !decided) {
    return false;
  }
  return byThem.some((theirChange) =>
    byYou.some((yourChange) => {
      if (!touches(theirChange, yourChange) || isSame(theirChange, yourChange)) {
        return false;
      }
      const conflict = {
        start: Math.min(theirChange.start, yourChange.start),
        end: Math.max(theirChange.end, yourChange.end),
      };
      return !decided.some((change) => touches(change, conflict));
    }),
  );
}

interface Lines {
  readonly start: number;
  /** The first line behind them. */
  readonly end: number;
}

/** Lines that were replaced. */
interface LineChange extends Lines {
  readonly by: string;
}

/** Changes that touch are one to the merge editor. */
function touches(one: Lines, other: Lines): boolean {
  return one.start <= other.end && other.start <= one.end;
}

function isSame(one: LineChange, other: LineChange): boolean {
  return one.start === other.start && one.end === other.end && one.by === other.by;
}

/** In their order; undefined where it takes too long to find them. */
function changesOf(before: string[], after: string[]): readonly LineChange[] | undefined {
  const parts = diffArrays(before, after, { timeout: maxWait });
  if (!parts) {
    return undefined;
  }
  const changes: LineChange[] = [];
  let line = 0;
  let isChange = false;
  for (const { added, removed, count, value } of parts) {
    if (!added && !removed) {
      line += count;
      isChange = false;
      continue;
    }
    const last = isChange ? changes.pop() : undefined;
    changes.push({
      start: last?.start ?? line,
      end: line + (removed ? count : 0),
      by: (last?.by ?? "") + (added ? value.join("\n") : ""),
    });
    line += removed ? count : 0;
    isChange = true;
  }
  return changes;
}
