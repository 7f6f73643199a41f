import assert from "node:assert/strict";
import { useStage } from "../stage";

describe("Rate limit", () => {
  const stage = useStage({ keepsWindow: true });
  const label = () => stage.workbench.status.locator("a").getAttribute("aria-label");

  it("is not known until the service tells it", async () => {
    const { workbench } = stage;
    assert.equal(await workbench.status.count(), 0);
    await stage.signIn();
    assert.equal(await label(), "Supermetrics rate limit: unknown");
  });

  it("shows what is left, and every detail on a click", async () => {
    const { workbench, sandbox } = stage;
    await sandbox.settings({ rateHeaders: "all", rateLimit: { limit: 5000, remaining: 4322 } });
    await workbench.run("Supermetrics: Refresh");
    await workbench.status.getByText("4,321/5,000").waitFor();
    assert.equal(await label(), "Supermetrics rate limit: 4,321 of 5,000 requests left");
    await workbench.status.click();
    await workbench.quickInput.question("a value to copy");
    await workbench.quickInput.items.filter({ hasText: /Switch Team….*Harbour Agency/ }).waitFor();
    await workbench.contrastPictures("rate-details");
    await workbench.quickInput.choose("Requests left");
    await workbench.quickInput.widget.waitFor({ state: "hidden" });
    await workbench.copied("4,321 of 5,000 per hour");
  });

  it("leads to the team, the connectors and the log", async () => {
    const { workbench } = stage;
    const hover = workbench.page.locator(".monaco-hover");
    await workbench.status.hover();
    await hover.getByText("Harbour Agency").waitFor();
    await workbench.pictures("rate-tooltip");
    await workbench.status.click();
    await workbench.quickInput.choose("Switch Team…");
    await workbench.quickInput.question("Select a team");
    await workbench.quickInput.cancel();
    await workbench.status.click();
    await workbench.quickInput.choose("Refresh");
    await workbench.status.getByText("4,320/5,000").waitFor();
  });

  it("warns when little is left", async () => {
    const { workbench, sandbox } = stage;
    await sandbox.settings({ rateLimit: { limit: 5000, remaining: 500 } });
    await workbench.run("Supermetrics: Refresh");
    await workbench.status.getByText("499/5,000").waitFor();
    assert.match((await workbench.status.getAttribute("class")) ?? "", /warning-kind/);
    await workbench.contrastPictures("rate-low");
  });

  it("counts down after a refusal, in the notification and in the status bar", async () => {
    const { workbench, sandbox } = stage;
    const rateLimit = { limit: 5000, remaining: 0 };
    await sandbox.settings({ rateLimit, retryAfter: "90" });
    await workbench.run("Supermetrics: Refresh");
    await workbench.notifications.says(/Retry at .* \(in 1:(30|2\d)\)/);
    await workbench.status.getByText(/Retry in 1:[0-2]\d/).waitFor();
    assert.match((await workbench.status.getAttribute("class")) ?? "", /error-kind/);
    await workbench.status.hover();
    await workbench.page.locator(".monaco-hover").getByText("Last request ID").waitFor();
    await workbench.contrastPictures("rate-exhausted");
    const before = await workbench.status.innerText();
    await workbench.page.waitForFunction(
      (text) =>
        document.querySelector<HTMLElement>('[id*="supermetrics.rateLimit"]')?.innerText !== text,
      before,
    );
  });

  it("claims no time that the service did not tell, and recovers with the next answer", async () => {
    const { workbench, sandbox } = stage;
    await sandbox.settings({ retryAfter: null });
    await workbench.notifications.clear();
    await workbench.run("Supermetrics: Refresh");
    await workbench.notifications.says("didn't say when to retry");
    await workbench.status.getByText("Limit reached").waitFor();
    await sandbox.settings({ rateLimit: { limit: 5000, remaining: 5000 } });
    await workbench.notifications.press("didn't say when", "Retry");
    await workbench.status.getByText("4,999/5,000").waitFor();
  });
});
