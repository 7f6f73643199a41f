/**
 * What a value that was stored has to be. Gives it, or undefined where it is in another form. The start reads what is
 * stored, so that this stands for the library that the answers of the service are read with.
 */
export type Shape<T> = (value: unknown) => T | undefined;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Values<Members extends Shapes> = {
  [Key in keyof Members]: NonNullable<ReturnType<Members[Key]>>;
};

/** A text. */
export const text: Shape<string> = (value) => (typeof value === "string" ? value : undefined);

/** A number. */
export const number: Shape<number> = (value) => (typeof value === "number" ? value : undefined);

/** One of these texts. */
export function oneOf<Text extends string>(...texts: readonly Text[]): Shape<Text> {
  return (value) => texts.find((one) => one === value);
}

/** A list of nothing but such items. */
export function list<T>(item: Shape<T>): Shape<T[]> {
  return (value) => {
    const all: readonly unknown[] = Array.isArray(value) ? value : [];
    const items = all.map(item).filter((one) => one !== undefined);
    return Array.isArray(value) && items.length === all.length ? items : undefined;
  };
}

/** An object of nothing but such values, by whatever names. */
export function record<T>(item: Shape<T>): Shape<Record<string, T>> {
  return (value) => {
    const entries = isObject(value) ? Object.entries(value) : [];
    const read = entries.flatMap(([name, one]) => {
      const found = item(one);
      return found === undefined ? [] : [[name, found] as const];
    });
    return isObject(value) && read.length === entries.length ? Object.fromEntries(read) : undefined;
  };
}

/**
 * An object with these members; others are left out.
 * @param optional those that may be missing, but must not be in another form
 */
export function members<Required extends Shapes>(required: Required): Shape<Values<Required>>;
export function members<Required extends Shapes, Optional extends Shapes>(
  required: Required,
  optional: Optional,
): Shape<
  Values<Required> & { [Key in keyof Values<Optional>]?: Values<Optional>[Key] | undefined }
>;
export function members(required: Shapes, optional: Shapes = {}): Shape<object> {
  return (value) => {
    if (!isObject(value)) {
      return undefined;
    }
    const read = ([name, shape]: [string, Shape<unknown>]) => [name, shape(value[name])] as const;
    const needed = Object.entries(required).map(read);
    const others = Object.entries(optional)
      .filter(([name]) => value[name] !== undefined)
      .map(read);
    const all = [...needed, ...others];
    return all.every(([, one]) => one !== undefined) ? Object.fromEntries(all) : undefined;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
