/** Which request is previewed. */
export interface PreviewSource {
  /** URI of the configuration's document. */
  readonly document: string;
  /** ID of the target. */
  readonly target: string;
}

/** The key of the rows of a request. It says what they are made of: a window that was reloaded knows no more. */
export function previewKey({ document, target }: PreviewSource): string {
  return `preview ${encodeURIComponent(document)} ${target}`;
}

/** What a key made by `previewKey` names; undefined for the key of other rows. */
export function parsePreviewKey(key: string): PreviewSource | undefined {
  const [kind, document = "", ...target] = key.split(" ");
  try {
    return kind === "preview" && target.length > 0
      ? { document: decodeURIComponent(document), target: target.join(" ") }
      : undefined;
  } catch {
    return undefined; // escapes that `previewKey` doesn't write
  }
}
