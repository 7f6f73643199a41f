import { rowsTexts, type RowsTextName } from "./rowsTexts";

/** The texts of the view, and numbers as the person writes them. */
export interface ViewTexts {
  /** A text, with values put in for `{0}`, `{1}` and so on. */
  readonly text: (name: RowsTextName, ...values: readonly (string | number)[]) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly rowCount: (count: number) => string;
}

/**
 * Makes them for a language.
 * @param language as the editor names it
 */
export function createViewTexts(language: string): ViewTexts {
  const texts = rowsTexts();
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const number = (value: number) => numbers.format(value);
  const text: ViewTexts["text"] = (name, ...values) =>
    texts[name].replace(/\{(\d+)\}/g, (_, index: string) => {
      const value = values[Number(index)] ?? "";
      return typeof value === "number" ? number(value) : value;
    });
  return {
    text,
    number,
    percent: (share) => percents.format(share),
    rowCount: (count) => (count === 1 ? text("oneRow") : text("rowCount", count)),
  };
}
