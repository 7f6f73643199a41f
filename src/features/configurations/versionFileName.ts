import type { VersionId } from "../../platform/json/tokens";

/** How a version came to be known: published from here, found on the service, or an edit that was given up. */
export type VersionOrigin = "here" | "elsewhere" | "edit";

/** A version of a configuration that is kept; its text is in a file. */
export interface Version {
  /** When it became known, in milliseconds since 1970; later ones have higher numbers. */
  readonly order: number;
  /** When it came to be, in milliseconds since 1970. */
  readonly at: number;
  readonly origin: VersionOrigin;
  readonly id: VersionId;
  /** Of its text, in UTF-16 code units: what it takes to keep it, nearly. */
  readonly length: number;
}

/** `ORDER.AT.ORIGIN.LENGTH.ID.json` */
export function versionFileName({ order, at, origin, length, id }: Version): string {
  return `${[order, at, origin, length, id].join(".")}.json`;
}

/** Undefined for a file that is none of ours. */
export function parseVersionFileName(name: string): Version | undefined {
  const parts =
    /^(\d{1,15})\.(\d{1,15})\.(here|elsewhere|edit)\.(\d{1,12})\.([0-9a-f]{32})\.json$/.exec(name);
  if (!parts) {
    return undefined;
  }
  const [, order, at, origin, length, id = ""] = parts;
  return {
    order: Number(order),
    at: Number(at),
    origin: origin === "here" || origin === "edit" ? origin : "elsewhere",
    length: Number(length),
    id,
  };
}
