import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { Workbench } from "../workbench/driver/workbench";

/** What a suite inside the extension host can ask a person at the workbench to do. */
export type Deed =
  | { readonly run: string }
  | { readonly answer: string; readonly to: string }
  | { readonly choose: string; readonly from: string }
  | { readonly press: string }
  | { readonly waitForStatus: string }
  | { readonly waitForNotification: string };

export interface Person {
  readonly origin: string;
  /** From now on the deeds are done in this page. */
  attend(page: Page): void;
  close(): Promise<void>;
}

/**
 * Hands for suites that run inside an extension host, which has no way to type into a quick input: they
 * ask over HTTP, and the page is driven as in the tours. Open to every origin, for the browser's worker.
 */
export async function startPerson(): Promise<Person> {
  let workbench: Workbench | undefined;
  const server = createServer(async (request, response) => {
    const open = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    try {
      let body = "";
      for await (const chunk of request) {
        body += chunk;
      }
      if (request.method === "POST" && workbench) {
        await act(workbench, JSON.parse(body) as Deed);
      }
      response.writeHead(200, open).end();
    } catch (error) {
      await workbench?.picture("person-failed").catch(() => undefined);
      response.writeHead(500, open).end(String(error));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    attend(page) {
      workbench = Workbench.on(page);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function act(workbench: Workbench, deed: Deed): Promise<void> {
  const { quickInput, notifications, page } = workbench;
  if ("run" in deed) {
    await workbench.run(deed.run);
  } else if ("answer" in deed) {
    await quickInput.question(deed.to);
    await quickInput.enter(deed.answer);
  } else if ("choose" in deed) {
    await quickInput.question(deed.from);
    await quickInput.choose(deed.choose);
  } else if ("press" in deed) {
    await page.keyboard.press(deed.press);
  } else if ("waitForStatus" in deed) {
    await workbench.status.filter({ hasText: deed.waitForStatus }).waitFor();
  } else {
    await notifications.says(deed.waitForNotification);
  }
}
