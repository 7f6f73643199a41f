import assert from "node:assert/strict";
import { defaultKey } from "../../sandbox";
import { documented, undocumented } from "./refusals";
import { useStage } from "../stage";

const newName = "Naïve & “quoted” 🚲";

describe("Create Connector, refused", () => {
  const stage = useStage({ keepsWindow: true });

  const fillIn = async (name: string) => {
    const { quickInput } = stage.workbench;
    await stage.workbench.run("Supermetrics: Create Connector…");
    await quickInput.answer("Connector name", name);
    await quickInput.answer("Description", "A description");
    await quickInput.question("Start from");
  };

  it("starts with everything filled in, where the service has accepted a connector before", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await fillIn("The first");
    await workbench.quickInput.enter();
    await workbench.tabOf("The first").waitFor();
    await workbench.notifications.none();
    await fillIn(newName);
  });

  for (const { name, fault, says, buttons } of [...documented, ...undocumented]) {
    it(`words ${name}, and comes back to the last question`, async () => {
      const { workbench, sandbox } = stage;
      const { quickInput, notifications } = workbench;
      await sandbox.fault({ method: "POST", ...fault });
      await quickInput.focused("Default configuration");
      await quickInput.enter();

      const failed = `Couldn't create "${newName}"`;
      const text = await (await notifications.says(failed)).innerText();
      for (const part of says) {
        assert.ok(text.includes(part), `“${part}” is not in: ${text}`);
      }
      assert.deepEqual(await notifications.buttons(failed), [...buttons, "Show Extension Log"]);
      await workbench.page.mouse.move(0, 0); // off the button that was pressed the last time
      await workbench.picture(`refused-${name.replaceAll(" ", "-")}`);

      if (buttons.includes("Retry")) {
        await notifications.press(failed, "Retry");
      } else {
        await notifications.clear();
        await workbench.run("Supermetrics: Create Connector…");
        await quickInput.question("Connector name");
        assert.equal(await quickInput.input.inputValue(), newName);
        await quickInput.enter();
        await quickInput.answer("Description", "A description");
      }
      await quickInput.question("Start from");
      await notifications.none();
    });
  }

  it("has a rejected key replaced, and goes on where it was", async () => {
    const { workbench, sandbox } = stage;
    const { quickInput, notifications } = workbench;
    await sandbox.fault({
      method: "POST",
      status: 401,
      errorCode: "API_KEY_INVALID",
      errorMessage: "The API key is not valid.",
    });
    await quickInput.enter();
    await notifications.says("Supermetrics didn't accept this API key");
    await workbench.picture("refused-key");
    await notifications.press("Couldn't create", "Replace API Key…");
    await quickInput.answer("API key", defaultKey);
    await quickInput.question("Start from");
    await quickInput.focused("Default configuration");
    await notifications.none();
    await workbench.page.waitForTimeout(1000); // the workbench drops toasts that come too fast
  });

  it("copies the request ID", async () => {
    const { workbench, sandbox } = stage;
    const { quickInput, notifications } = workbench;
    await sandbox.fault({ method: "POST", status: 500, errorCode: "INTERNAL_ERROR" });
    await quickInput.enter();
    const text = await (await notifications.says("Couldn't create")).innerText();
    await notifications.press("Couldn't create", "Copy Request ID");
    const [, requestId] = /request ID (\S+)\]/.exec(text) ?? [];
    assert.ok(requestId);
    await workbench.copied(requestId);
  });

  it("has created nothing in all that time, and does so in the end", async () => {
    const { workbench, sandbox } = stage;
    await fillIn(newName);
    await workbench.quickInput.enter();
    await workbench.tabOf(newName).waitFor();
    const posts = (await sandbox.requests()).filter(({ method }) => method === "POST");
    const accepted = posts.filter(({ status }) => status === 201).map(({ body }) => body);
    assert.deepEqual(
      accepted.map((body) => new URLSearchParams(body).get("title")),
      ["The first", newName],
    );
  });
});
