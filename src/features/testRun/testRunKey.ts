import { connectorKey, type ConnectorRef } from "../../platform/connectorRef";

/** The key of the rows of a report type: a preview of the same one has another. */
export function testRunKey(ref: ConnectorRef, reportType: string): string {
  return `testRun ${connectorKey(ref)} ${reportType}`;
}

/** What a key made by `testRunKey` names; undefined for the key of other rows. */
export function parseTestRunKey(
  key: string,
): { readonly ref: ConnectorRef; readonly reportType: string } | undefined {
  const [kind, origin = "", teamId = "", identifier = "", ...reportType] = key.split(" ");
  return kind === "testRun" && reportType.length > 0
    ? { ref: { origin, teamId, identifier }, reportType: reportType.join(" ") }
    : undefined;
}
