import type { SourceRequest } from "../../source";

declare const SOURCE_ORIGIN: string;

export const sourceOrigin = SOURCE_ORIGIN;

/** What the source was asked since that was forgotten. */
export async function sourceRequests(method: "GET" | "DELETE" = "GET"): Promise<SourceRequest[]> {
  const answer = await fetch(`${SOURCE_ORIGIN}/__source/requests`, { method });
  return (await answer.json()) as SourceRequest[];
}
