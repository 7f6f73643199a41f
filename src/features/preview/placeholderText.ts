/** A stretch of a text: as it is written, or a placeholder's name without its braces. */
export type TextPart = { readonly text: string } | { readonly placeholder: string };

/** Longer than any name. */
const form = /\{\{([^{}]{0,300})\}\}/g;

/** A text's parts in their order. Takes linear time. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(form)) {
    const placeholder = name.trim();
    if (placeholder !== "") {
      if (index > done) {
        parts.push({ text: text.slice(done, index) });
      }
      parts.push({ placeholder });
      done = index + whole.length;
    }
  }
  return done < text.length ? [...parts, { text: text.slice(done) }] : parts;
}

/** The placeholders in a text. */
export function placeholdersIn(text: string): string[] {
  return textParts(text).flatMap((part) => ("placeholder" in part ? part.placeholder : []));
}
