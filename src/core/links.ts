import * as z from "zod/mini";
import { defaultOrigin } from "../api/baseUrl";
import type { ConfigurationRef } from "./configurationPath";
import type { VersionId } from "../platform/json/tokens";

/** Name of the file that says which connectors the files beside it belong to. Holds no secret. */
export const linksFile = "supermetrics-connectors.json";

/** What a file of a configuration belongs to. */
export interface Link {
  readonly ref: ConfigurationRef;
  /** The version on the service that the file began from. */
  readonly version: VersionId;
  /** Whether `$schema` was added for the file: it is not published then. */
  readonly schemaAdded: boolean;
}

const linkSchema = z.object({
  service: z.optional(z.string()),
  teamId: z.string().check(z.regex(/^\d+$/)),
  connectorIdentifier: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/)),
  version: z.string(),
  schemaAdded: z.boolean(),
});

/** @param text content of the links file; undefined when there is none */
export function readLink(text: string | undefined, fileName: string): Link | undefined {
  const written = linkSchema.safeParse(entriesOf(text)[fileName]).data;
  return (
    written && {
      ref: {
        origin: written.service ?? defaultOrigin,
        teamId: written.teamId,
        identifier: written.connectorIdentifier,
      },
      version: written.version,
      schemaAdded: written.schemaAdded,
    }
  );
}

/** The links file with one link more, or another one; in the order of the file names, for small diffs. */
export function writeLink(text: string | undefined, fileName: string, link: Link): string {
  const { ref, version, schemaAdded } = link;
  const written = {
    ...(ref.origin !== defaultOrigin && { service: ref.origin }),
    teamId: ref.teamId,
    connectorIdentifier: ref.identifier,
    version,
    schemaAdded,
  };
  const entries = Object.entries({ ...entriesOf(text), [fileName]: written });
  const sorted = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}

/** What is no links file counts as an empty one: only a merge conflict in it makes it so. */
function entriesOf(text: string | undefined): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}
