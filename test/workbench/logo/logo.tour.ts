import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../hosts/paths";
import { useStage } from "../stage";

const icon = join(root, "media/icon.png");

describe("A connector's logo", () => {
  const stage = useStage();

  it("is chosen, looked at, uploaded, and shown in the tooltip", async () => {
    const { workbench } = stage;
    const { page, quickInput } = workbench;
    // The service's own host of images cannot be reached from a test.
    await page.route("https://assets.supermetrics.com/**", (route) =>
      route.fulfill({ contentType: "image/png", body: readFileSync(icon) }),
    );
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.openMenu(workbench.row("Bikes / Räder"));
    await workbench.pictures("logo-menu");
    await workbench.openSubmenu("Logo");
    await workbench.chooseFromMenu("Upload Logo…");
    await quickInput.question("Logo of Bikes");
    await workbench.pictures("logo-choose");
    await quickInput.chooseFile("Logo of Bikes", icon);
    await quickInput.question("Upload this logo");
    await page.waitForTimeout(3000);
    await workbench.pictures("logo-ask");
    const done = page.locator(".statusbar-item", { hasText: "Uploaded the logo of Bikes" });
    await Promise.all([done.waitFor(), quickInput.choose("Upload")]);

    await workbench.pictures("logo-tooltip", async () => {
      const tooltip = await workbench.tooltip(workbench.row("Bikes / Räder"), "Identifier: B1K3S");
      const image = tooltip.locator("img");
      await image.evaluate((img: HTMLImageElement) => img.decode());
      assert.match((await image.getAttribute("src")) ?? "", /\/B1K3S\.png$/);
    });
  });
});
