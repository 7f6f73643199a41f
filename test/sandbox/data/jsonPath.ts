import { failures } from "./failures";

/** What a path finds and where it stands: `holder[key]` is it. */
export interface Found {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
  readonly value: unknown;
}

const steps =
  /\.(?<name>[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)|\.(?<number>\d+)|\[(?<index>\d+)\]|\['(?<quoted>[^'\\]*)'\]|\.\*|\[\*\]/y;

/** A member's name, an item's index, or null for all that is there. */
type Step = string | number | null;

/**
 * All that a path finds, in its order. Knows the forms of the service's documentation: `$`, `.name`, `.0`, `[0]`,
 * `['a name']`, `.*` and `[*]`; throws a failure that names any other.
 */
export function find(path: string, root: unknown): Found[] {
  const holder = { root };
  let found: Found[] = [{ holder, key: "root", value: root }];
  for (const step of stepsOf(path)) {
    found = found.flatMap(({ value }) => below(value, step));
  }
  return found;
}

function stepsOf(path: string): readonly Step[] {
  const list: Step[] = [];
  let at = path.startsWith("$") ? 1 : 0;
  while (at > 0 && at < path.length) {
    steps.lastIndex = at;
    const groups = steps.exec(path)?.groups;
    if (!groups) {
      break;
    }
    const { name, number, index, quoted } = groups;
    const place = number ?? index;
    list.push(place === undefined ? (name ?? quoted ?? null) : Number(place));
    at = steps.lastIndex;
  }
  if (at === 0 || at < path.length) {
    throw failures.cannot(`the path “${path}”`);
  }
  return list;
}

function below(value: unknown, step: Step): Found[] {
  if (Array.isArray(value)) {
    const holder: unknown[] = value;
    const keys = step === null ? [...holder.keys()] : [step];
    return keys.flatMap((key) =>
      typeof key === "number" && key < holder.length ? { holder, key, value: holder[key] } : [],
    );
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const holder = value as Record<string, unknown>;
  const keys = step === null ? Object.keys(holder) : [String(step)];
  return keys.flatMap((key) =>
    Object.hasOwn(holder, key) ? { holder, key, value: holder[key] } : [],
  );
}
