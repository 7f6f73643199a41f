import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Workbench } from "../workbench/driver/workbench";
import type { Counts } from "./counts";
import { act, type WorkbenchAction } from "./workbenchActions";
import { listen } from "../sandbox/listen";

/** What a suite posts. */
export type SuiteMessage =
  | { readonly deed: WorkbenchAction }
  | { readonly line: string }
  | { readonly end: Counts };

export interface SuiteChannel {
  readonly origin: string;
  /** What the suite counted, when it has ended. */
  readonly counts: Promise<Counts>;
  /** From now on the deeds are done at this workbench. */
  attend(workbench: Workbench): void;
  close(): Promise<void>;
}

/**
 * Where suites inside an extension host report to, over HTTP, and ask for what needs a person's hands:
 * no extension can type into a quick input. Open to every origin, for the web worker of a browser.
 */
export async function openSuiteChannel(): Promise<SuiteChannel> {
  let workbench: Workbench | undefined;
  let end: (counts: Counts) => void = () => undefined;
  const counts = new Promise<Counts>((resolve) => (end = resolve));

  const receive = async (message: SuiteMessage) => {
    if ("line" in message) {
      console.log(message.line);
    } else if ("end" in message) {
      end(message.end);
    } else if (workbench) {
      await act(workbench, message.deed);
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const open = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    try {
      const body = await bodyOf(request);
      if (request.method === "POST") {
        await receive(JSON.parse(body) as SuiteMessage);
      }
      response.writeHead(200, open).end();
    } catch (error) {
      await workbench?.failurePicture("deed-failed").catch(() => undefined);
      response.writeHead(500, open).end(String(error));
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  return {
    ...(await listen(server)),
    counts,
    attend(next) {
      workbench = next;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
