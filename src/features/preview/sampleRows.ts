import { evaluateResponse } from "./evaluateResponse";
import type { PreviewTarget } from "./previewTargets";
import { isRecord, parseResponse } from "../rows/responseJson";

/**
 * The rows of a response for a report type that may not select any yet: those that its path finds, or else the first
 * list of objects, or else the response as the only row. Throws where it isn't JSON.
 */
export function sampleRows(
  configuration: unknown,
  target: PreviewTarget,
  body: string,
): readonly unknown[] {
  const root = parseResponse(body);
  const given = { configuration, values: new Map<string, string>(), identity: "" };
  const { rowValues = [] } = evaluateResponse(target, body, given);
  return rowValues.length > 0 ? rowValues : (firstList(root) ?? [root]);
}

/** Nobody puts rows deeper. */
const mostParts = 10_000;

function firstList(root: unknown): readonly unknown[] | undefined {
  const queue = [root];
  for (let at = 0; at < Math.min(queue.length, mostParts); at++) {
    const part = queue[at];
    if (Array.isArray(part)) {
      if (part.length > 0 && part.every(isRecord)) {
        return part;
      }
    } else if (isRecord(part)) {
      queue.push(...Object.values(part).slice(0, 1000));
    }
  }
  return undefined;
}
