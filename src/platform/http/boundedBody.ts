/** So many bytes of an answer of the service are read at most: no list, configuration or page of rows has nearly as many. */
export const mostAnswerBytes = 50_000_000;

/** A body that was read to its end. */
export interface ReadBody {
  readonly text: string;
  readonly bytes: number;
}

/**
 * Reads a body as UTF-8, in time in proportion to its length, and no further than to a limit: a body may have no end.
 * Throws what the stream throws.
 * @param body nothing where an answer has none
 * @param mostBytes after decompression
 * @returns undefined where it has more bytes: the rest isn't read
 */
export async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined,
  mostBytes: number,
): Promise<ReadBody | undefined> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > mostBytes) {
      // Not waited for: whoever sends without an end may not take note of it.
      reader?.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return { text: text + decoder.decode(), bytes };
}
