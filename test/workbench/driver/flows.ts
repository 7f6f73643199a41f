import type { Workbench } from "./workbench";

/** Goes through Create Connector without a description, and sends. @param source what to start from, by its label */
export async function createConnector(
  workbench: Workbench,
  name: string,
  source = "Default configuration",
): Promise<void> {
  await workbench.run("Supermetrics: Create Connector…");
  await workbench.quickInput.answer("Name", name);
  await workbench.quickInput.answer("Description", "");
  await workbench.quickInput.question("Start from");
  await workbench.quickInput.choose(source);
}
