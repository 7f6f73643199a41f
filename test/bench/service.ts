import { createServer } from "node:http";
import { createSend, type Send } from "../../src/platform/http/send";
import { listen } from "../sandbox/listen";
import { asServed, connectorWith } from "./texts";

/** A service that answers without any work of its own, so that nothing but the one who asks is measured. */
export interface BenchService {
  readonly origin: string;
  /** As the extension asks it. */
  readonly send: Send;
  /** As somebody would ask it who only wants the value. @param path behind the team's */
  readonly bare: (path: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** @param answers by their paths behind the team's */
export async function serveAnswers(
  answers: Readonly<Record<string, string>>,
): Promise<BenchService> {
  const bodies = new Map(Object.entries(answers).map(([path, text]) => [path, Buffer.from(text)]));
  return serve((path) => bodies.get(path));
}

/**
 * Keeps one of several configurations for the connector HUGE1: the one that was written last, told by its end.
 * Answers with it as the service stores it, which is not as it was typed.
 * @param configurations as they are typed
 */
export async function serveConfigurations(configurations: readonly string[]) {
  const kept = configurations.map((text) => ({
    answer: Buffer.from(connectorWith(asServed(text))),
    end: `${text.slice(-40)}}}`,
  }));
  let [now] = kept;
  return serve(
    () => now?.answer,
    (end) => {
      now = kept.find((one) => end.endsWith(one.end));
    },
  );
}

async function serve(
  answer: (path: string) => Buffer | undefined,
  written: (end: string) => void = () => undefined,
): Promise<BenchService> {
  const server = createServer((request, response) => {
    let end: Buffer = Buffer.alloc(0);
    request.on("data", (chunk: Buffer) => {
      end = chunk.length < 100 ? Buffer.concat([end, chunk]) : chunk;
    });
    request.on("end", () => {
      if (request.method === "PUT") {
        written(end.toString());
        response.writeHead(204).end();
      } else {
        const path = request.url?.replace(teamPath, "") ?? "";
        response.writeHead(200, { "content-type": "application/json" }).end(answer(path));
      }
    });
  });
  const listening = await listen(server);
  const { origin } = listening;
  return {
    origin,
    close: () => listening.close(),
    send: createSend({
      credentials: async () => ({ href: origin, teamId: "1", key: "api_bench" }),
      timeoutSeconds: () => 60,
      observe: () => undefined,
    }),
    bare: async (path) => JSON.parse(await (await fetch(origin + teamPath + path)).text()),
  };
}

/** Where the API has the team's part. */
export const teamPath = "/v1/teams/1/connector_builder";
