import { locate, type JsonPath, type Place } from "../../platform/json/places";
import { isJson, itemsOf, membersOf, valueAt } from "../../platform/json/parsedValue";
import { stringAt } from "../../platform/json/stringAt";
import { columnsOf } from "./columns";
import { previewTargets, type PreviewTarget } from "./previewTargets";

/** A JSONPath in a configuration, at a position. */
export interface PathAt {
  readonly target: PreviewTarget;
  /** What the path goes through: the whole response before the rows are selected, or one row. */
  readonly root: "response" | "row";
  /** Whether it selects the rows. */
  readonly isRows: boolean;
  /** What it says, and where that stands, without the quotes. */
  readonly path: string;
  readonly place: Place;
}

/** Properties of adapters whose paths begin at the response; the others begin at an item. */
const ofResponse = [
  "dataPath",
  "keysPath",
  "startTimePath",
  "endTimePath",
  "sourcePath",
  "dataDestinationPath",
];

/**
 * The JSONPath that a position is in.
 * @param offset in UTF-16 code units
 * @returns undefined where there is none, or the text isn't JSON at the moment
 */
export function pathAt(text: string, offset: number): PathAt | undefined {
  const string = stringAt(text, offset);
  if (!string || string.isKey || !isJson(text)) {
    return undefined;
  }
  const configuration: unknown = JSON.parse(text);
  for (const target of previewTargets(configuration)) {
    const places = placesOf(configuration, target);
    const located = locate(
      text,
      places.map(({ path }) => path),
    );
    const index = located.findIndex((one) => one?.value.offset === string.inner.offset - 1);
    const found = places[index];
    if (found) {
      const { root, isRows } = found;
      const { offset: start, length } = string.inner;
      const path = String(JSON.parse(text.slice(start - 1, start + length + 1)));
      return { target, root, isRows, path, place: string.inner };
    }
  }
  return undefined;
}

interface PathPlace extends Pick<PathAt, "root" | "isRows"> {
  readonly path: JsonPath;
}

function placesOf(configuration: unknown, target: PreviewTarget): PathPlace[] {
  const response = [...target.path, "request", "response"];
  const adapters = itemsOf(valueAt(target.request, "response", "dataAdapters", "items"));
  const empty = { configuration, values: new Map<string, string>(), identity: "" };
  return [
    { path: [...response, "dataRows", "value"], root: "response", isRows: true },
    ...columnsOf(target, empty).columns.flatMap(({ pathPlace }): PathPlace[] =>
      pathPlace ? [{ path: pathPlace, root: "row", isRows: false }] : [],
    ),
    ...adapters.flatMap((adapter, index) =>
      Object.keys(membersOf(membersOf(adapter)["config"]))
        .filter((key) => ofResponse.includes(key) && !isRelative(adapter, key))
        .map((key): PathPlace => {
          const path = [...response, "dataAdapters", "items", index, "config", key];
          return { path, root: "response", isRows: false };
        }),
    ),
  ];
}

/** Of a time series the destination begins at an item. */
function isRelative(adapter: unknown, key: string): boolean {
  return key === "dataDestinationPath" && membersOf(adapter)["type"] === "time_series";
}
