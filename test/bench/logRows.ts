import type { SandboxControl } from "../sandbox/control";
import { defaultTeam } from "../sandbox/seed";
import type { Workbench } from "../workbench/driver/workbench";
import { logs } from "../workbench/logs/logEntries";
import { median, result, type Result } from "./measure";

const count = 5000;

/** Thousands of log entries at the workbench: from a change of the filter to rows on the screen. */
export async function benchLogRows(
  workbench: Workbench,
  sandbox: SandboxControl,
): Promise<Result[]> {
  const { page, quickInput } = workbench;
  const panel = page.locator(".part.panel");
  const rows = panel.locator(".pane-body .monaco-list-row");
  await sandbox.changeConnector(defaultTeam, "T3S70", { logs: logs(count) });
  await workbench.run("Supermetrics: Show Logs of Another Connector…");
  await quickInput.question("Select a connector");
  await quickInput.choose("Harbour Mail");
  for (let loaded = 100; loaded < count; loaded = Math.min(count, loaded + 500)) {
    await panel.getByText(`${loaded} entries loaded`).waitFor();
    await workbench.run("Supermetrics: Load Older Logs");
  }
  await panel.getByText(`${count} entries loaded`).waitFor();
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    await workbench.run("Supermetrics: Filter Logs by Text…");
    await quickInput.answer("Text to find", "no entry has this");
    await rows.filter({ hasText: "No loaded entries match" }).waitFor();
    await quickInput.gone();
    const started = Date.now();
    await panel.locator('a[aria-label^="Clear Log Filters"]').first().click();
    await rows.filter({ hasText: "report.fetch" }).first().waitFor();
    times.push(Date.now() - started);
  }
  return [
    result(`${count} log entries, from a click to rows on the screen`, median(times), 1000, "ms"),
  ];
}
